/** Colours are those of the dashboard; nothing is fetched. */
export const STYLE = `
:root{color-scheme:light dark;--paper:light-dark(#f6f7f5,#101412);--card:light-dark(#fff,#181d1a);--ink:light-dark(#16201a,#e8eeea);--soft:light-dark(#55625a,#9daca3);--line:light-dark(#dfe4e0,#2b332e);--link:light-dark(#14532d,#86efac);--bar:light-dark(#4d7c63,#6fa98a);--shade:light-dark(#fdecd8,#3a2c1c);--even:light-dark(#b45309,#fbbf24);--coordinated:light-dark(#b42318,#ff8a80);--coordinated-soft:light-dark(#fdecea,#3d1d1b);--suspicious:light-dark(#8a5200,#fdba5c);--suspicious-soft:light-dark(#fdf1dc,#38290f);--organic:light-dark(#17693a,#7fd8a0);--organic-soft:light-dark(#e4f4ea,#15301f);--undecided:light-dark(#56606b,#a9b4c0);--undecided-soft:light-dark(#eceff2,#252b31);--dot:light-dark(#64748b,#94a3b8);--g0:light-dark(#b42318,#ff8a80);--g1:light-dark(#1d4ed8,#7db2ff);--g2:light-dark(#7c3aed,#c4a7ff);--g3:light-dark(#b45309,#fbbf24);font:16px/1.55 system-ui,-apple-system,"Segoe UI","Noto Sans",sans-serif;color:var(--ink);background:var(--paper)}
*{box-sizing:border-box}
body{margin:0 auto;padding:2rem 1.25rem 3rem;max-width:64rem}
h1{margin:0 0 .4rem;font-size:1.9rem;line-height:1.2;letter-spacing:-.02em;overflow-wrap:anywhere}
h2{margin:.1rem 0 .3rem;font-size:1.5rem;line-height:1.25;letter-spacing:-.01em;overflow-wrap:anywhere}
h3{margin:1.6rem 0 .5rem;font-size:1.08rem}
h4{margin:0 0 .5rem;font-size:.98rem}
p{margin:.4rem 0}
a{color:var(--link)}
code{font-family:ui-monospace,"SFMono-Regular",Menlo,Consolas,monospace;font-size:.88em}
.soft{color:var(--soft);font-weight:400}
.brand{display:flex;align-items:center;gap:.5rem;margin:0 0 1.4rem;font-weight:700;color:var(--soft)}
.brand i{width:.9rem;height:.9rem;border-radius:50% 50% 50% 0;background:var(--bar)}
.lead{font-size:1.1rem;max-width:46rem}
.tally{display:flex;flex-wrap:wrap;gap:.5rem;padding:0;margin:1rem 0;list-style:none}
.tally li{padding:.35rem .8rem;border-radius:.5rem;font-variant-numeric:tabular-nums}
.tag{display:inline-block;padding:0 .5rem;border-radius:.4rem;font-size:.82rem;font-weight:600;background:var(--undecided-soft);color:var(--undecided);white-space:nowrap}
.tally .coordinated,.tag.coordinated{background:var(--coordinated-soft);color:var(--coordinated)}
.tally .suspicious,.tag.suspicious{background:var(--suspicious-soft);color:var(--suspicious)}
.tally .organic,.tag.organic{background:var(--organic-soft);color:var(--organic)}
.tally .undecided{background:var(--undecided-soft);color:var(--undecided)}
section,details.undecided,.note{background:var(--card);border:1px solid var(--line);border-radius:.8rem;padding:1.3rem 1.4rem;margin:1.4rem 0}
section.burst{border-inline-start:.4rem solid var(--level)}
.coordinated{--level:var(--coordinated)}.suspicious{--level:var(--suspicious)}.organic{--level:var(--organic)}.undecided{--level:var(--undecided)}
.level{margin:0;font-weight:700;color:var(--level);text-transform:uppercase;letter-spacing:.06em;font-size:.82rem}
.headline{font-size:1.06rem;font-weight:600;max-width:48rem}
.facts{display:flex;flex-wrap:wrap;gap:.4rem 1.8rem;margin:.8rem 0 0}
.facts div{min-width:4.5rem}
dt{font-size:.8rem;color:var(--soft)}
dd{margin:0;font-weight:600;font-variant-numeric:tabular-nums}
.reasons{margin:0;padding-inline-start:1.4rem;max-width:50rem}
.reasons li{margin:.35rem 0}
table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums}
caption{text-align:start;color:var(--soft);font-size:.85rem;padding-bottom:.3rem}
th,td{text-align:start;vertical-align:top;padding:.35rem .9rem .35rem 0;border-bottom:1px solid var(--line)}
thead th{font-weight:600;color:var(--soft);font-size:.82rem}
tbody th{font-weight:500}
.scroll{overflow-x:auto}
.contents,.signals,.alternatives{width:100%}
.contents tbody th{overflow-wrap:anywhere;min-width:9rem}
.contents{font-size:.86rem}.contents th,.contents td{padding-inline-end:.7rem}
.contents.figures-too td:nth-child(n+3):not(.when),.numbers td{text-align:end}
.contents.figures-too thead th:nth-child(n+3):not(:last-child),.numbers thead th:not(:first-child){text-align:end}
.when{display:block;color:var(--soft);font-size:.82rem;font-weight:400}
.figures{display:grid;grid-auto-flow:dense;grid-template-columns:repeat(2,minmax(0,1fr));gap:1.6rem 2rem}
figure{margin:0;min-width:0;break-inside:avoid}
figure.wide{grid-column:1/-1}
figcaption{margin-top:.5rem;font-size:.87rem;color:var(--soft)}
.plot{margin-top:.8rem;display:grid;grid-template-columns:auto 1fr;grid-template-rows:11rem 1.4rem}
.plot.tall{grid-template-rows:20rem 1.4rem}
.plot svg{width:100%;height:100%;overflow:visible;border-bottom:1px solid var(--soft)}
.plot.tall svg{border:1px solid var(--line)}
.ys,.xs{position:relative;font-size:.75rem;color:var(--soft);font-variant-numeric:tabular-nums}
.ys{min-width:2.6rem}
.plot.tall .ys{min-width:0}
.ys span{position:absolute;inset-inline-end:.5rem;transform:translateY(50%)}
.xs{grid-column:2}
.xs span{position:absolute;transform:translateX(-50%);top:.2rem;white-space:nowrap}
.xs .first{transform:none}.xs .last{transform:translateX(-100%)}
.mark{fill:var(--even)}
.grid{stroke:var(--line);vector-effect:non-scaling-stroke;fill:none}
.fill{fill:var(--bar)}
.shade{fill:var(--shade)}
.even{fill:none;stroke:var(--even);stroke-width:2;vector-effect:non-scaling-stroke}
.even-key{border-bottom:2px solid var(--even)}
.dots{fill:none;stroke:var(--dot);stroke-width:3.6;stroke-linecap:round;vector-effect:non-scaling-stroke}
.dots.large{stroke-width:5.5}
.dots.g0{stroke:var(--g0)}.dots.g1{stroke:var(--g1)}.dots.g2{stroke:var(--g2)}.dots.g3{stroke:var(--g3)}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;margin:0 0 .5rem;padding:0;list-style:none;font-size:.85rem}
.legend li::before{content:"";display:inline-block;width:.65rem;height:.65rem;margin-inline-end:.4rem;border-radius:50%;background:var(--dot)}
.legend .g0::before{background:var(--g0)}.legend .g1::before{background:var(--g1)}.legend .g2::before{background:var(--g2)}.legend .g3::before{background:var(--g3)}
.bars{width:100%}
.bars caption{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;white-space:nowrap}
.bars th{font-weight:400;min-width:9.2rem;overflow-wrap:anywhere}
.bars tbody th bdi{font-weight:600}
.bars td{width:70%;padding-inline-end:0}.bars thead th{white-space:nowrap}
.bars td div{display:flex;align-items:center}
.bars td i{flex:0 0 calc((100% - var(--room) - 1rem)*var(--share));height:.85rem;min-width:2px;background:var(--bar);border-radius:0 .2rem .2rem 0;margin-inline-end:.5rem}
.bars td span{flex:none;white-space:nowrap}
.marked td i{background:var(--coordinated)}
.signals th{min-width:11rem}
.asks{display:block;font-weight:400;color:var(--soft);font-size:.82rem}
.signals td{white-space:nowrap}
.unmeasured td{white-space:normal;color:var(--soft)}
.stands th,.stands strong{color:var(--coordinated)}
.stands .asks{color:var(--soft)}
.meter{display:block;position:relative;width:7rem;height:.6rem;border-radius:.2rem;background:linear-gradient(to right,var(--bar) var(--share),var(--undecided-soft) 0)}
.stands .meter{background:linear-gradient(to right,var(--coordinated) var(--share),var(--undecided-soft) 0)}
.meter::after{content:"";position:absolute;left:50%;top:-.15rem;bottom:-.15rem;border-left:2px solid var(--ink)}
h4.apart{margin-top:1.4rem}
.group{margin:.6rem 0}
.members{line-height:1.9}
.members code{padding:.1rem .35rem;border-radius:.3rem;background:var(--undecided-soft)}
details.behind{margin-top:.4rem;font-size:.87rem}
summary{cursor:pointer;color:var(--link)}
details.behind .scroll{max-height:20rem;overflow-y:auto;margin-top:.4rem}
.note{font-size:.95rem}
.note li{margin:.3rem 0}
.note pre{overflow-x:auto;padding:.7rem .9rem;border-radius:.5rem;background:var(--undecided-soft);white-space:pre-wrap;overflow-wrap:anywhere}
@media (max-width:44rem){.bars th{min-width:7rem}body{padding:1.2rem .8rem 2rem}section,details.undecided,.note{padding:1rem .9rem}.figures{grid-template-columns:minmax(0,1fr)}.plot.tall{grid-template-rows:16rem 1.4rem}.xs span:nth-child(even){display:none}h1{font-size:1.5rem}.signals thead,.alternatives thead{position:absolute;clip-path:inset(50%)}.signals,.signals tbody,.signals tr,.signals th,.signals td,.alternatives,.alternatives tbody,.alternatives tr,.alternatives th,.alternatives td{display:block;border:0;padding:.1rem 0}.signals tr,.alternatives tr{border-bottom:1px solid var(--line);padding:.5rem 0}.signals td,.alternatives td{white-space:normal}.signals td[data-head],.alternatives td[data-head]{display:grid;grid-template-columns:8rem 1fr;gap:.1rem .6rem;align-items:center}.signals td[data-head]::before,.alternatives td[data-head]::before{content:attr(data-head);color:var(--soft);font-size:.82rem}.signals caption{display:block}.meter{width:5.5rem}.signals td[data-head] .meter+span{grid-column:2}}
.signals td:nth-child(n+2){padding-inline-end:.6rem}
@media print{.scroll{overflow:visible}.signals td{white-space:normal}.meter{width:5rem}:root{color-scheme:light;background:#fff;font-size:11pt}body{max-width:none;padding:0}section,details.undecided,.note{border-radius:0;border-width:0 0 1px;padding:.6rem 0}section.burst{border-inline-start-width:.3rem;padding-inline-start:.8rem;break-before:page}section.burst:first-of-type{break-before:auto}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}details.behind{display:none}a{text-decoration:none}}
`;

import type { NameLists } from '../signals/name-class.ts';

/** Names apart by commas. */
function listed(names: string): readonly string[] {
  return names.split(',').map((name) => name.trim());
}

/**
 * What names are compared with at the door. Newsrooms of the region and the world as they write
 * themselves and as they are known, with the handles they are known to use (from their own sites);
 * a handle that is listed is the newsroom itself and imitates nobody.
 */
export const NAMES: NameLists = {
  newsrooms: listed(`
    Geo News, ARY News, Samaa TV, Dunya News, Express Tribune, Dawn News, Dawn.com, Hum News,
    Aaj News, Bol News, GNN HD, Pakistan Television, The News International, Daily Jang,
    Nawa-i-Waqt, جیو نیوز, اے آر وائی نیوز, ڈان نیوز, سماء نیوز, دنیا نیوز, روزنامہ جنگ,
    بی بی سی اردو, NDTV, Aaj Tak, ABP News, Zee News, India Today, Times of India, The Hindu,
    Hindustan Times, Republic World, Times Now, Press Trust of India, ANI News, Dainik Bhaskar,
    Dainik Jagran, आज तक, एबीपी न्यूज़, ज़ी न्यूज़, बीबीसी हिन्दी, एनडीटीवी, TRT Haber,
    TRT World, Anadolu Ajansı, CNN Türk, Hürriyet, Cumhuriyet, Milliyet, NTV Haber, Habertürk,
    A Haber, Sözcü, BBC Türkçe, الجزيرة, العربية, سكاي نيوز عربية, بي بي سي عربي, روسيا اليوم,
    Al Jazeera, Al Arabiya, BBC, BBC News, BBC World, BBC Urdu, CNN, CNN Breaking News,
    Reuters, Associated Press, Agence France-Presse, Bloomberg News, The Guardian,
    New York Times, Washington Post, Wall Street Journal, Financial Times, Sky News, Fox News,
    Deutsche Welle, DW News, France 24, Le Monde, Der Spiegel, Tagesschau, El País,
    Voice of America, Radio Free Europe`),
  handles: listed(`
    geonews_english, geonews_urdu, arynewsud, samaatv, dunyanews, etribune, dawn_com,
    dawn_news, humnewspakistan, aaj_urdu, ptvnewsofficial, thenews_intl, ndtv, aajtak, abpnews,
    zeenews, indiatoday, timesofindia, the_hindu, httweets, republic, timesnow, pti_news, ani,
    dainikbhaskar, jagrannews, trthaber, trtworld, anadoluajansi, cnnturk, hurriyet,
    cumhuriyetgzt, milliyet, ntv, haberturk, ahaber, gazetesozcu, bbcturkce, ajarabic,
    ajenglish, alarabiya, alarabiya_brk, skynewsarabia, bbcarabic, bbcworld, bbcnews,
    bbcbreaking, bbcurdu, bbchindi, cnn, cnnbrk, reuters, ap, afp, business, guardian, nytimes,
    washingtonpost, wsj, ft, skynews, foxnews, dw_english, dwnews, france24, france24_en,
    lemondefr, derspiegel, tagesschau, elpais_espana, voanews, rferl, tagesschau@ard.social,
    bbcnewslabs@social.bbc, bbcrd@social.bbc`),
  /** Words that newsrooms add to a name, and those who imitate them. */
  additions: listed(`
    official, live, breaking, urdu, english, hindi, arabic, hd, tv, news, real, the, alerts,
    update, updates, world, online, 24, 7`),
  /** Words for a news outlet; beside a place they make the name of one. */
  outlets: listed(`
    news, times, tv, post, leaks, daily, herald, tribune, gazette, نیوز, خبریں, اخبار, ٹی وی,
    ٹائمز, न्यूज़, न्यूज, समाचार, टाइम्स, أخبار, اخبار, نيوز, الإخبارية, haber, haberler,
    gazetesi, postası`),
  places: listed(`
    Pakistan, Karachi, Lahore, Islamabad, Peshawar, Quetta, Multan, Punjab, Sindh, Balochistan,
    Kashmir, پاکستان, کراچی, لاہور, اسلام آباد, پشاور, کوئٹہ, India, Delhi, Mumbai, Kolkata,
    Chennai, Bangalore, Hyderabad, Gujarat, Kerala, भारत, दिल्ली, मुंबई, Türkiye, Turkey,
    İstanbul, Ankara, İzmir, Bursa, Adana, Saudi, Riyadh, Dubai, Cairo, Egypt, Baghdad, Iraq,
    Syria, Yemen, السعودية, الرياض, دبي, مصر, القاهرة, العراق, بغداد, سوريا, اليمن, Bangladesh,
    Dhaka, Afghanistan, Kabul, Iran, Tehran, Indonesia, Jakarta, London, Britain, America,
    Chicago, Houston, Dallas, Atlanta, Boston, Seattle, Baltimore, Pittsburgh, Phoenix,
    Washington, California, Ukraine, Kyiv, Russia, Moscow, Israel, Gaza, Nigeria, Kenya,
    Brazil, Europe, World`),
  /**
   * Handles made to a pattern: a name and five digits or more (what sign-up forms propose, and what
   * accounts made in numbers keep), or the word "user" and digits. Years of birth have four.
   */
  stock: [/^[\p{L}\p{M}_]{3,}\d{5,}$/u, /^user_?\d{4,}$/u],
};

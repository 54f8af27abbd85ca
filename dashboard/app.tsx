import { Link, Route, Router, Switch, useLocation } from 'wouter-preact';
import { useHashLocation } from 'wouter-preact/use-hash-location';
import { Clock } from './parts/clock.tsx';
import { Notice } from './parts/notice.tsx';
import { BurstView } from './views/burst-view.tsx';
import { BurstsView } from './views/bursts-view.tsx';
import { CheckFormView } from './views/check-form-view.tsx';
import { CheckView } from './views/check-view.tsx';
import { EventsView } from './views/events-view.tsx';
import { VersionsView } from './views/versions-view.tsx';
import { WatchesView } from './views/watches-view.tsx';

const TABS = [
  { href: '/', name: 'Bursts', here: /^\/($|bursts)/ },
  { href: '/checks', name: 'Check now', here: /^\/checks/ },
  { href: '/watches', name: 'Watches', here: /^\/watches/ },
  { href: '/events', name: 'Events', here: /^\/events/ },
  { href: '/versions', name: 'Versions', here: /^\/versions/ },
] as const;

/** Routes live behind the `#`: a static host needs no rules for them. */
export function App() {
  return (
    <Router hook={useHashLocation}>
      <button type="button" class="skip" onClick={() => document.querySelector('h1')?.focus()}>
        Skip to content
      </button>
      <header>
        <a class="mark" href="#/">
          <img src="./icon.svg" alt="" width="28" height="28" />
          Turfwatch
        </a>
        <Tabs />
        <Clock />
      </header>
      <main>
        <Switch>
          <Route path="/" component={BurstsView} />
          <Route path="/bursts/*">
            {(params) => <BurstView burstId={decodeURIComponent(params['*'] ?? '')} />}
          </Route>
          <Route path="/checks" component={CheckFormView} />
          <Route path="/checks/:id">
            {(params) => <CheckView key={params.id} checkId={decodeURIComponent(params.id)} />}
          </Route>
          <Route path="/watches" component={WatchesView} />
          <Route path="/events/:day?">{({ day }) => <EventsView day={day} />}</Route>
          <Route path="/versions" component={VersionsView} />
          <Route>
            <Notice kind="empty" title="There is nothing at this address" />
          </Route>
        </Switch>
      </main>
      <footer>
        A verdict speaks of coordination: accounts that acted together more than chance explains. It
        does not say who is behind them, or why.
      </footer>
    </Router>
  );
}

function Tabs() {
  const [path] = useLocation();
  return (
    <nav aria-label="Main">
      {TABS.map(({ href, name, here }) => (
        <Link key={href} href={href} aria-current={here.test(path) ? 'page' : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}

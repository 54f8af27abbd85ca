import { render } from 'preact';
import { apiClient } from './api-client.ts';
import { ApiContext } from './api-context.ts';
import { App } from './app.tsx';
import { Notice } from './parts/notice.tsx';
import { openSession } from './session.ts';
import { loadSiteConfig } from './site-config.ts';
import './styles.css';

const root = document.getElementById('app') ?? document.body;

async function start() {
  const config = await loadSiteConfig();
  const session = await openSession(config.signIn);
  render(
    <ApiContext.Provider value={apiClient(config.api, session)}>
      <App />
    </ApiContext.Provider>,
    root,
  );
}

start().catch((error: Error) =>
  render(
    <main>
      <Notice kind="failed" title="The page could not start">
        <p class="detail">{error.message}</p>
      </Notice>
    </main>,
    root,
  ),
);

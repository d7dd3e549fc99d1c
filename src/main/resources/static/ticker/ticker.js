// What is breaking news now, and then whatever happens to it. Addresses are relative, so that the page works below any
// prefix.

import { live } from '../warta-live.js';

const ARTICLE = 'id title publishedAtText';

const NOW = `{ liveCursor breaking(first: 20) { ${ARTICLE} } }`;

const NEWS = `subscription ($after: String) {
  breakingNews(after: $after) { type cursor articleId article { ${ARTICLE} } }
}`;

const list = document.getElementById('news');
const items = new Map();

function show(id, article, ended = false) {
  const item = items.get(id) ?? document.createElement('li');
  items.set(id, item);
  item.className = ended ? 'ended' : '';
  const time = document.createElement('time');
  time.textContent = article.publishedAtText;
  item.replaceChildren(article.title, time);
  list.prepend(item);
}

function hide(id) {
  items.get(id)?.remove();
  items.delete(id);
}

/** Shows what is breaking news now; gives the cursor to go on from. */
async function read() {
  const response = await fetch(new URL('../graphql', import.meta.url), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query: NOW }),
  });
  const { data } = await response.json();
  list.replaceChildren();
  items.clear();
  data.breaking.reverse().forEach((article) => show(article.id, article));
  return data.liveCursor;
}

function happened({ type, articleId, article }) {
  if (article) {
    show(articleId, article, type === 'ENDED');
  } else {
    hide(articleId);
  }
}

function tellState(state) {
  const label = document.getElementById('state');
  label.textContent = state;
  label.dataset.state = state;
}

tellState('connecting');
live({ query: NEWS, after: await read(), onEvent: happened, onExpired: read, onState: tellState });

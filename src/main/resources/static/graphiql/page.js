// Opens GraphiQL with worked examples. Addresses are relative, so that the page works below any prefix.

const graphql = new URL('graphql', location.href);

/** The opening tabs; GraphiQL ignores the first one's variables. */
const EXAMPLES = ['home', 'article', 'archive', 'search', 'route', 'record-view', 'add-comment', 'breaking-news',
  'article-feed', 'comment-feed', 'live-blog', 'view-count'];

/** What the examples are about: the newest article, the newest live blog, and the newest month that has any article. */
const SUBJECT = `{
  articles(first: 1) { nodes { id slug title canonicalUrl } }
  live: articles(first: 1, where: { type: { eq: LIVE } }) { nodes { id } }
  archive(by: MONTH, first: 1) { startsAt endsAt }
}`;

async function subject() {
  const response = await fetch(graphql, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query: SUBJECT }),
  });
  const { data } = await response.json();
  return { article: data.articles.nodes[0], live: data.live.nodes[0], month: data.archive[0] };
}

/** With gaps to fill in on a site that has no article, or cannot tell. */
function variables({ article, live, month }) {
  return {
    article: { slug: article?.slug ?? '' },
    archive: { from: month?.startsAt, to: month?.endsAt },
    search: { query: article?.title.split(' ')[0] ?? '' },
    route: { path: article ? new URL(article.canonicalUrl).pathname : '/' },
    'comment-feed': { articleId: article?.id ?? '' },
    'add-comment': {
      articleId: article?.id ?? '',
      input: { articleId: article?.id ?? '', name: 'Budi', email: 'budi@example.com', body: 'Halo *semua*', formToken: '' },
    },
    'record-view': { input: { articleId: article?.id ?? '', visitor: visitor() } },
    'live-blog': { articleId: live?.id ?? '' },
    'view-count': { articleIds: [article?.id ?? ''] },
  };
}

/** A random id, as `recordView` wants it; `crypto.randomUUID` is not there on plain HTTP. */
function visitor() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function tab(name, values) {
  const response = await fetch(`graphiql/examples/${name}.graphql`);
  return { query: await response.text(), variables: values && JSON.stringify(values, null, 2) };
}

async function tabs() {
  const values = variables(await subject().catch(() => ({})));
  return Promise.all(EXAMPLES.map((name) => tab(name, values[name])));
}

function webSocket() {
  const url = new URL(graphql);
  url.protocol = url.protocol.replace('http', 'ws');
  return graphqlWs.createClient({ url: url.href });
}

async function open() {
  const logo = React.createElement(GraphiQL.Logo, null, React.createElement('span', { className: 'warta-logo' }, 'Warta'));
  const graphiql = React.createElement(
    GraphiQL,
    {
      fetcher: GraphiQL.createFetcher({ url: graphql.href, wsClient: webSocket() }),
      defaultTabs: await tabs(),
      defaultEditorToolsVisibility: 'variables',
      shouldPersistHeaders: false,
    },
    logo,
  );
  ReactDOM.createRoot(document.getElementById('graphiql')).render(graphiql);
}

open();

// Tests of warta-live.js, each in a page of its own: WartaLiveModuleIntegrationTests runs them.

import { clock, equal, requests, settled, sockets } from './page.js';
import { live } from './warta-live.js';

const QUERY = 'subscription ($after: String) { news(after: $after) { type cursor } }';

/** A stream that writes down what it tells. */
async function listen(options = {}) {
  const told = { events: [], states: [], expired: [], errors: [] };
  const stream = live({
    query: QUERY,
    onEvent: (event, cursor) => told.events.push(cursor),
    onState: (state) => told.states.push(state),
    onExpired: (expired) => void told.expired.push(expired),
    onError: (errors) => told.errors.push(errors[0].extensions?.code ?? errors[0].message),
    ...options,
  });
  await settled();
  return Object.assign(told, { stream });
}

/** The same when it listens already. */
async function listenLive(options) {
  const told = await listen(options);
  sockets.at(-1).accept();
  sockets.at(-1).next({ type: 'HEARTBEAT', cursor: 'c0' });
  return told;
}

/** The same on an event stream, as there is no WebSocket to be had. */
async function listenAside(options) {
  const told = await listen(options);
  sockets.at(-1).end();
  await clock.pass(1_000);
  sockets.at(-1).end();
  await settled();
  requests.at(-1).open();
  await settled();
  return told;
}

const event = (cursor, type = 'PUBLISHED') => ({ type, cursor });

const tests = {
  async eventsAreToldInTheirOrder() {
    const told = await listen({ after: 'c0', variables: { where: 1 } });
    const [socket] = sockets;
    equal([socket.url, socket.protocol], ['ws://warta.test/graphql', 'graphql-transport-ws']);
    socket.accept();
    equal(socket.sent, [
      { type: 'connection_init' },
      { id: '1', type: 'subscribe', payload: { query: QUERY, variables: { where: 1, after: 'c0' } } },
    ]);
    equal(told.stream.state, 'connecting');
    socket.next(event('c1'));
    socket.next(event('c2'));
    equal([told.events, told.stream.cursor, told.stream.transport], [['c1', 'c2'], 'c2', 'websocket']);
    told.stream.close();
    equal(told.states, ['live', 'ended']);
  },

  async theAddressMayBeGiven() {
    const told = await listen({ url: 'https://news.test/api' });
    equal(sockets[0].url, 'wss://news.test/api');
    told.stream.close();
  },

  async streamsShareOneWebSocket() {
    const one = await listen();
    const [socket] = sockets;
    socket.accept();
    const other = await listen();
    equal(sockets.length, 1);
    socket.next(event('a1'), '1');
    socket.next(event('b1'), '2');
    equal([one.events, other.events], [['a1'], ['b1']]);
    one.stream.close();
    equal(socket.of('complete'), [{ id: '1', type: 'complete' }]);
    socket.next(event('a2'), '1');
    equal([one.events, socket.closedWith], [['a1'], undefined]);
    other.stream.close();
    equal(socket.closedWith, 1000);
    await clock.pass(600_000);
    equal(sockets.length, 1);
  },

  async aStreamGoesOnBehindItsLastEvent() {
    const told = await listenLive();
    sockets[0].next(event('c1'));
    sockets[0].end();
    equal(told.stream.state, 'waiting');
    await clock.pass(1_000);
    sockets[1].accept();
    equal(sockets[1].afters, ['c1']);
    sockets[1].next(event('c2'));
    equal(told.events, ['c1', 'c2']);
    equal(told.states, ['live', 'waiting', 'connecting', 'live']);
  },

  async allStreamsGoOn() {
    const one = await listenLive();
    const other = await listen();
    sockets[0].next(event('a1'), '1');
    sockets[0].next(event('b1'), '2');
    sockets[0].end();
    await clock.pass(1_000);
    sockets[1].accept();
    equal(sockets[1].afters, ['a1', 'b1']);
    one.stream.close();
    other.stream.close();
  },

  async anEventThatComesAgainIsNotToldAgain() {
    const told = await listenLive();
    sockets[0].next(event('c1'));
    sockets[0].next(event('c1'));
    sockets[0].end();
    await clock.pass(1_000);
    sockets[1].accept();
    sockets[1].next(event('c1'));
    sockets[1].next(event('c2'));
    equal(told.events, ['c1', 'c2']);
  },

  async aHeartbeatMovesTheCursorUntold() {
    const told = await listenLive();
    sockets[0].next(event('c9', 'HEARTBEAT'));
    equal([told.events, told.stream.cursor], [[], 'c9']);
  },

  async heartbeatsAreToldIfAskedFor() {
    const told = await listenLive({ heartbeats: true });
    sockets[0].next(event('c9', 'HEARTBEAT'));
    equal(told.events, ['c0', 'c9']);
  },

  async retriesComeEverLater() {
    await listenLive();
    const waits = [];
    for (let i = 1; i <= 8; i++) {
      const lost = clock.now;
      sockets.at(-1).end();
      await clock.passUntil(() => sockets.length > i);
      sockets.at(-1).accept();
      waits.push(clock.now - lost);
    }
    equal(waits, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  },

  async aLossAfterGoodTimesCountsAsTheFirst() {
    await listenLive();
    sockets[0].end();
    await clock.pass(1_000);
    sockets[1].accept();
    await clock.pass(10_000);
    sockets[1].end();
    await clock.pass(1_000);
    equal(sockets.length, 3);
  },

  async waitsAreOfAnyLengthUpToTheLongest() {
    Math.random = () => 0.25;
    await listenLive();
    sockets[0].end();
    await clock.pass(249);
    equal(sockets.length, 1);
    await clock.pass(1);
    equal(sockets.length, 2);
  },

  async aServerThatRestartsSaysWhenToComeBack() {
    await listenLive();
    sockets[0].end(1012, '{"code":"SHUTTING_DOWN","retry":4321}');
    dispatchEvent(new Event('online'));
    await clock.pass(4_320);
    equal(sockets.length, 1);
    await clock.pass(1);
    equal(sockets.length, 2);
  },

  async aRestartWithoutAHintIsALoss() {
    await listenLive();
    sockets[0].end(1012, 'Restart');
    await clock.pass(1_000);
    equal(sockets.length, 2);
  },

  async theNetworksReturnEndsTheWait() {
    await listenLive();
    sockets[0].end();
    dispatchEvent(new Event('online'));
    equal(sockets.length, 2);
    await clock.pass(4_999);
    equal(sockets.length, 2);
  },

  async whoeverLooksAgainHasTheServerAsked() {
    await listenLive();
    document.dispatchEvent(new Event('visibilitychange'));
    equal(sockets[0].of('ping').length, 1);
    await clock.pass(5_000);
    equal(sockets[0].closedWith, 1000);
  },

  async aSilentServerIsAskedAndThenLeft() {
    const told = await listenLive();
    await clock.pass(19_999);
    equal(sockets[0].of('ping').length, 0);
    await clock.pass(1);
    equal(sockets[0].of('ping').length, 1);
    await clock.pass(5_000);
    equal([told.stream.state, sockets[0].closedWith], ['waiting', 1000]);
    sockets[0].next(event('c5'));
    equal(told.events, []);
    await clock.pass(1_000);
    sockets[1].accept();
    equal(sockets[1].afters, ['c0']);
  },

  async aServerThatAnswersIsAskedAgain() {
    await listenLive();
    await clock.pass(20_000);
    sockets[0].say({ type: 'pong' });
    await clock.pass(20_000);
    equal(sockets[0].of('ping').length, 2);
    sockets[0].next(event('c1'));
    await clock.pass(19_999);
    equal([sockets.length, sockets[0].of('ping').length], [1, 2]);
  },

  async theServersPingsAreAnswered() {
    await listenLive();
    sockets[0].say({ type: 'ping' });
    equal(sockets[0].of('pong').length, 1);
  },

  async whatIsNoMessageEndsTheSocket() {
    for (const message of ['{', 'null', '{"type":"hello"}']) {
      const told = await listenLive();
      const socket = sockets.at(-1);
      socket.say(message);
      equal([socket.closedWith, told.stream.state], [4400, 'waiting']);
      told.stream.close();
    }
  },

  async aSlowStreamGoesOnFromWhereItWasEnded() {
    for (const code of ['SLOW_CONSUMER', 'SHUTTING_DOWN']) {
      const told = await listenLive();
      sockets.at(-1).error({ code, cursor: 'c7' });
      equal([told.stream.state, told.stream.cursor], ['waiting', 'c7']);
      await clock.pass(1_000);
      equal(sockets.at(-1).afters.at(-1), 'c7');
      told.stream.close();
    }
    equal(sockets.length, 2);
  },

  async whatPassesIsTriedAgainOnTheSameSocket() {
    const told = await listenLive();
    const codes = ['UNAVAILABLE', 'TIMEOUT', 'TOO_MANY_OPERATIONS', 'TOO_MANY_CONNECTIONS', 'INTERNAL_ERROR'];
    for (const code of codes) {
      sockets[0].error({ code });
      const before = sockets[0].afters.length;
      await clock.passUntil(() => sockets[0].afters.length > before);
    }
    equal(sockets[0].afters, [undefined, 'c0', 'c0', 'c0', 'c0', 'c0']);
    equal(told.errors, []);
  },

  async anEventThatCannotBeReadIsAskedForAgain() {
    await listenLive();
    sockets[0].next(null, '1', [{ message: 'No', extensions: { code: 'UNAVAILABLE' } }]);
    equal(sockets[0].of('complete'), [{ id: '1', type: 'complete' }]);
    await clock.pass(1_000);
    equal(sockets[0].afters, [undefined, 'c0']);
  },

  async errorsOfFieldsComeWithTheirEvent() {
    const seen = [];
    await listenLive({ onEvent: (event, cursor, errors) => seen.push([cursor, errors[0]?.message]) });
    sockets[0].next(event('c1'), '1', [{ message: 'No picture' }]);
    sockets[0].next(event('c2'));
    equal(seen, [['c1', 'No picture'], ['c2', null]]);
  },

  async whatIsMissingIsSaid() {
    const told = await listenLive({ after: 'old' });
    sockets[0].error({ code: 'CURSOR_EXPIRED', cursor: 'now', oldestCursor: 'oldest' });
    await clock.pass(1_000);
    equal(told.expired, [{ cursor: 'now', oldestCursor: 'oldest' }]);
    equal(sockets[0].afters, ['old', 'now']);
  },

  async whoReadsAnewSaysWhereToGoOn() {
    let done;
    await listenLive({ onExpired: () => new Promise((resolve) => (done = resolve)) });
    sockets[0].error({ code: 'CURSOR_EXPIRED', cursor: 'now' });
    await clock.pass(15_000);
    equal(sockets[0].afters.length, 1);
    done('later');
    await clock.pass(1_000);
    equal(sockets[0].afters, [undefined, 'later']);
  },

  async otherErrorsEndTheStream() {
    for (const code of ['BAD_CURSOR', 'GRAPHQL_VALIDATION_FAILED', 'UNAUTHENTICATED', 'FORBIDDEN', 'ANYTHING']) {
      const told = await listenLive();
      sockets.at(-1).error({ code });
      equal([told.errors, told.stream.state, sockets.at(-1).closedWith], [[code], 'ended', 1000]);
    }
    await clock.pass(600_000);
    equal(sockets.length, 5);
  },

  async theProtocolsFinalClosesEndTheStream() {
    for (const code of [4400, 4401, 4403, 4406, 4409]) {
      const told = await listenLive();
      sockets.at(-1).end(code, 'Because');
      equal([told.errors, told.stream.state], [[`CLOSED_${code}`], 'ended']);
    }
    await clock.pass(600_000);
    equal(sockets.length, 5);
  },

  async otherClosesDoNot() {
    for (const code of [1000, 1001, 1011, 1013, 4408, 4429, 4500]) {
      const told = await listenLive();
      sockets.at(-1).end(code);
      equal([told.errors, told.stream.state], [[], 'waiting']);
      told.stream.close();
    }
  },

  async aCompleteStreamEnds() {
    const told = await listenLive();
    sockets[0].say({ id: '1', type: 'complete' });
    equal([told.states, told.errors, sockets[0].closedWith], [['live', 'ended'], [], 1000]);
  },

  async withoutWebSocketsAnEventStreamStandsIn() {
    const told = await listen({ after: 'c0' });
    sockets[0].end();
    await clock.pass(1_000);
    equal(requests.length, 0);
    sockets[1].end();
    equal([requests.length, requests[0].url, requests[0].after], [1, 'http://warta.test/graphql', 'c0']);
    requests[0].open();
    requests[0].next(event('c1'));
    await settled();
    equal([told.events, told.stream.transport], [['c1'], 'sse']);
  },

  async aWebSocketThatHangsIsNotWaitedForLong() {
    await listen();
    await clock.pass(5_000);
    equal([sockets[0].closedWith, requests.length], [1000, 1]);
  },

  async aSocketThatOnceWorkedIsGivenMoreTime() {
    await listenLive();
    for (let i = 1; i <= 4; i++) {
      sockets.at(-1).end();
      await clock.passUntil(() => sockets.length > i);
      equal(requests.length, 0);
    }
    sockets.at(-1).end();
    equal(requests.length, 1);
  },

  async whoWantsAWebSocketAloneGetsNothingElse() {
    await listen({ transport: 'websocket' });
    for (let i = 1; i <= 6; i++) {
      sockets.at(-1).end();
      await clock.passUntil(() => sockets.length > i);
    }
    equal(requests.length, 0);
  },

  async whoWantsAnEventStreamAloneGetsNothingElse() {
    const told = await listen({ transport: 'sse' });
    requests[0].fail();
    await clock.pass(1_000);
    requests[1].open();
    requests[1].next(event('c1'));
    await settled();
    requests[1].end();
    await clock.pass(2_000);
    equal([sockets.length, requests.length, requests[2].after, told.events], [0, 3, 'c1', ['c1']]);
    told.stream.close();
    equal(requests[2].aborted, true);
  },

  async webSocketsAreTriedAgainAndTakeOver() {
    const told = await listenAside();
    requests[0].next(event('c1'));
    await clock.pass(10_000);
    equal([sockets.length, requests[0].aborted], [3, false]);
    sockets[2].end();
    await clock.pass(20_000);
    equal([sockets.length, told.stream.transport], [4, 'sse']);
    sockets[3].accept();
    equal([requests[0].aborted, sockets[3].afters, requests.length], [true, ['c1'], 1]);
    sockets[3].next(event('c2'));
    equal([told.events, told.stream.transport], [['c1', 'c2'], 'websocket']);
  },

  async whereNothingWorksTheWaitsGrow() {
    await listen();
    const fail = () => {
      sockets.filter(({ readyState }) => readyState === 0).forEach((socket) => socket.end());
      requests.forEach((request) => request.fail());
    };
    for (let i = 0; i < 600; i++) {
      fail();
      await clock.pass(500);
    }
    const tries = sockets.length + requests.length;
    if (tries < 12 || tries > 25) {
      throw new Error(`${tries} tries in five minutes`);
    }
    const before = sockets.length;
    await clock.passUntil(() => sockets.length > before || fail());
    sockets.at(-1).accept();
    equal(sockets.at(-1).afters.length, 1);
  },

  async whereWebSocketsHangAndNothingElseWorksTheWaitsGrow() {
    await listen();
    for (let i = 0; i < 600; i++) {
      requests.forEach((request) => request.fail());
      await clock.pass(500);
    }
    const tries = sockets.length + requests.length;
    if (tries < 10 || tries > 25) {
      throw new Error(`${tries} tries in five minutes`);
    }
  },

  async anEventStreamThatNeverOpenedGivesWebSocketsTheirTurn() {
    await listen();
    for (let i = 1; i <= 4; i++) {
      await clock.passUntil(() => sockets.length === i);
      sockets.at(-1).end();
      equal(requests.length, Math.floor(i / 2));
      requests.at(-1)?.fail();
    }
  },

  async aStreamThatWaitsWhileItsSocketIsLostOpensOneOnly() {
    const told = await listenLive();
    sockets[0].error({ code: 'UNAVAILABLE' });
    sockets[0].end();
    await clock.pass(1_000);
    sockets[1].accept();
    await clock.pass(15_000);
    sockets[1].next(event('c1'));
    equal([told.events, sockets.length], [['c1'], 2]);
  },

  async aStreamThatIsClosedAsideIsForgotten() {
    const told = await listenAside();
    told.stream.close();
    equal(requests[0].aborted, true);
    await clock.pass(600_000);
    equal([sockets.length, requests.length], [2, 1]);
  },

  async anEventStreamIsReadHoweverItIsCut() {
    const told = await listen({ transport: 'sse' });
    const text = [
      ':\n\n',
      'id: c1\nevent: next\ndata: {"data": {"news": {"cursor": "c1", "title": "Gempa \u2014 \u{1F30B}"}}}\n\n',
      'id: c2\n\n',
      'id:c3\r\nevent:next\r\ndata: {"data":\r\ndata: {"news": {"cursor": "c3"}}}\r\n\r\n',
      'unknown: 1\rid: c4\revent: next\rdata: {"data": {"news": {"cursor": "c4"}}}\r\r',
      ': comment\nid: c5\n\n',
    ].join('');
    requests[0].open();
    for (const byte of new TextEncoder().encode(text)) {
      requests[0].writeBytes(new Uint8Array([byte]));
    }
    await settled();
    equal([told.events, told.stream.cursor], [['c1', 'c3', 'c4'], 'c5']);
  },

  async aSilentEventStreamIsLeft() {
    const told = await listen({ transport: 'sse' });
    requests[0].open();
    requests[0].next(event('c1'));
    await clock.pass(39_000);
    requests[0].write(':\n\n');
    await clock.pass(39_999);
    equal(requests[0].aborted, false);
    await clock.pass(1);
    equal([requests[0].aborted, told.stream.state], [true, 'waiting']);
    await clock.pass(1_000);
    equal(requests[1].after, 'c1');
  },

  async anEventStreamSaysWhenToComeBack() {
    await listen({ transport: 'sse' });
    requests[0].open();
    requests[0].next(event('c1'));
    requests[0].write('retry: 4321\n\n');
    await settled();
    requests[0].end();
    await clock.pass(4_320);
    equal(requests.length, 1);
    await clock.pass(1);
    equal(requests.length, 2);
  },

  async anEventStreamSaysWhatIsMissing() {
    const told = await listen({ transport: 'sse', after: 'old' });
    const errors = [{ message: 'Gone', extensions: { code: 'CURSOR_EXPIRED', cursor: 'now', oldestCursor: 'oldest' } }];
    requests[0].open();
    requests[0].write(`id: now\nevent: next\ndata: ${JSON.stringify({ errors })}\n\nevent: complete\ndata: {}\n\n`);
    await clock.pass(1_000);
    equal([told.expired[0].oldestCursor, told.stream.state], ['oldest', 'connecting']);
    equal(requests.map(({ after }) => after), ['old', 'now']);
  },

  async anEventStreamsEndEndsTheStream() {
    const refusal = '{"errors": [{"message": "", "extensions": {"code": "BAD_CURSOR"}}]}';
    for (const end of [
      (request) => request.open() || request.write('id: c9.end\nevent: complete\ndata: {}\n\n'),
      (request) => request.answer(204, 'text/plain', null),
      (request) => request.answer(400, 'application/json', refusal),
    ]) {
      const told = await listen({ transport: 'sse' });
      end(requests.at(-1));
      await settled();
      equal(told.stream.state, 'ended');
    }
    await clock.pass(600_000);
    equal(requests.length, 3);
  },

  async whatIsNotWartasAnswerEndsNothing() {
    for (const answer of [
      [403, 'text/html', '<h1>Not here</h1>'],
      [200, 'text/html', '<h1>Pay first</h1>'],
      [502, 'application/json', '{}'],
      [503, 'application/json', '{"errors": [{"message": "", "extensions": {"code": "UNAVAILABLE"}}]}'],
    ]) {
      const told = await listen({ transport: 'sse' });
      requests.at(-1).answer(...answer);
      await settled();
      equal(told.stream.state, 'waiting');
      told.stream.close();
    }
  },

  async eventsCanBeIterated() {
    const stream = live({ query: QUERY });
    await settled();
    sockets[0].accept();
    sockets[0].next(event('c1'));
    const seen = [];
    const loop = (async () => {
      for await (const { cursor } of stream) {
        seen.push(cursor);
        if (cursor === 'c3') {
          break;
        }
      }
    })();
    await settled();
    sockets[0].next(event('c2'));
    sockets[0].next(event('c3'));
    sockets[0].next(event('c4'));
    await loop;
    equal([seen, stream.state, sockets[0].closedWith], [['c1', 'c2', 'c3'], 'ended', 1000]);
  },

  async aLoopEndsWithItsStream() {
    const loop = async (stream) => {
      for await (const _ of stream);
    };
    const closed = live({ query: QUERY });
    const ending = loop(closed);
    await settled();
    closed.close();
    await ending;
    const failing = loop(live({ query: QUERY }));
    await settled();
    sockets.at(-1).accept();
    sockets.at(-1).error({ code: 'FORBIDDEN' });
    const failure = await failing.catch((error) => error);
    equal([failure.name, failure.errors[0].extensions.code], ['LiveError', 'FORBIDDEN']);
  },

  async whoeverTakesNothingIsWaitedFor() {
    const stream = live({ query: QUERY });
    await settled();
    sockets[0].accept();
    for (let i = 1; i <= 1_500; i++) {
      sockets[0].next(event(`c${i}`), '1');
    }
    equal([stream.state, stream.cursor, sockets[0].of('complete').length], ['waiting', 'c1000', 1]);
    const iterator = stream[Symbol.asyncIterator]();
    for (let i = 1; i <= 1_000; i++) {
      equal((await iterator.next()).value.cursor, `c${i}`);
    }
    equal(sockets[0].afters, [undefined, 'c1000']);
  },

  async documentsThatCannotBeResumedAreRefused() {
    for (const query of [
      'subscription { news { cursor } }',
      'subscription ($after: String) { news { cursor } }',
      'subscription ($after: String) { news(after: $after) { type # cursor\n } }',
      'subscription ($after: String) { news(after: $after, text: "cursor") { type } }',
    ]) {
      let refused;
      try {
        live({ query });
      } catch (error) {
        refused = error;
      }
      equal(refused instanceof TypeError && /To be resumed/.test(refused.message), true);
    }
    equal(sockets.length, 0);
  },

  async aCursorThatIsNotTheFieldsIsNoticed() {
    const told = await listen({ query: 'subscription ($after: String) { news(after: $after) { a { cursor } } }' });
    sockets[0].accept();
    sockets[0].next({ a: { cursor: 'x' } });
    equal([told.errors, told.stream.state], [['NO_CURSOR'], 'ended']);
  },

  async whatNeedNotBeResumedNeedsNoCursor() {
    const seen = [];
    await listen({ query: 'subscription { count { n } }', resume: false, onEvent: ({ n }) => seen.push(n) });
    sockets[0].accept();
    sockets[0].next({ n: 1 });
    sockets[0].next({ n: 1 });
    sockets[0].end();
    await clock.pass(1_000);
    sockets[1].accept();
    sockets[1].next({ n: 2 });
    equal([seen, sockets[1].afters], [[1, 1, 2], [undefined]]);
  },

  async theCursorCanBeKeptBetweenVisits() {
    const kept = new Map();
    const storage = {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => kept.set(key, value),
      removeItem: (key) => kept.delete(key),
    };
    const first = await listenLive({ storage, key: 'news' });
    sockets[0].next(event('c1'));
    first.stream.close();
    equal([...kept], [['news', 'c1']]);
    await listen({ storage, key: 'news', after: 'c0' });
    sockets[1].accept();
    equal(sockets[1].afters, ['c1']);
    sockets[1].error({ code: 'BAD_CURSOR' });
    equal(kept.size, 0);
  },

  async aCallbackThatFailsStopsNothing() {
    const failures = [];
    addEventListener('error', (failure) => failures.push(failure.message) && failure.preventDefault());
    const seen = [];
    await listenLive({
      onEvent: (event, cursor) => {
        seen.push(cursor);
        throw new Error('Mine');
      },
    });
    sockets[0].next(event('c1'));
    sockets[0].next(event('c2'));
    equal([seen, failures.length], [['c1', 'c2'], 2]);
  },
};

globalThis.names = Object.keys(tests);
globalThis.run = (name) => tests[name]();

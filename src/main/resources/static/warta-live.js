/**
 * Warta's streams for browsers, without gap or duplicate however often the connection is lost.
 *
 *     import { live } from 'http://localhost:8080/warta-live.js'
 *
 *     live({
 *       query: 'subscription ($after: String) { breakingNews(after: $after) { type cursor article { title } } }',
 *       onEvent: ({ type, article }) => console.log(type, article?.title),
 *     })
 *
 * All streams of a page share one WebSocket. Where none can be opened, each listens to an event stream instead, until
 * one can. After any loss a stream goes on behind the last event that it had.
 *
 * Protocols: graphql-transport-ws, and GraphQL over SSE with distinct connections.
 */

/**
 * What a subscription's field tells: the document must select `cursor`, and `type` for heartbeats to be known.
 *
 * @typedef {{ cursor: string, type?: string, occurredAt?: string }} LiveEvent
 */

/**
 * @typedef {{
 *   message: string, path?: (string | number)[], extensions?: { code?: string, [key: string]: any }
 * }} GraphQlError
 */

/**
 * Where the log ended when it was found that it no longer has what was to come, and where it begins.
 *
 * @typedef {{ cursor: string, oldestCursor?: string }} Expired
 */

/**
 * `connecting`: on the way to the server. `live`: the server answers. `waiting`: to try again. `ended`: for good.
 *
 * @typedef {'connecting' | 'live' | 'waiting' | 'ended'} LiveState
 */

/**
 * @template {Partial<LiveEvent>} E
 * @typedef {object} LiveOptions
 * @property {string} query a document with one subscription. It declares `$after`, hands it to the field, and selects
 *   the field's `cursor`
 * @property {Record<string, unknown>} [variables] its variables besides `after`
 * @property {string} [operationName] which of the document's operations it is
 * @property {string | null} [after] the cursor to begin behind, such as a query's `liveCursor`; normally from now on
 * @property {string | URL} [url] GraphQL's address; normally beside this module
 * @property {'auto' | 'websocket' | 'sse'} [transport] normally `auto`: a WebSocket, or an event stream where none can
 *   be opened
 * @property {boolean} [resume] whether to go on behind the last event, normally true. False is for streams whose newest
 *   event says all: they need neither `$after` nor `cursor`
 * @property {boolean} [heartbeats] whether to be given heartbeats too, normally not
 * @property {(event: E, cursor: string, errors: GraphQlError[]) => void} [onEvent] takes each event, with the errors of
 *   fields that could not be read; without it, the stream is to be iterated
 * @property {(state: LiveState) => void} [onState] is told each change
 * @property {(expired: Expired) => string | void | Promise<string | void>} [onExpired] is told that events are missing,
 *   as the log no longer has them: read anew what is shown. Once that is done the stream goes on behind the cursor that is
 *   returned, or `expired.cursor`
 * @property {(errors: GraphQlError[]) => void} [onError] is told why the stream has ended, if it can't go on
 * @property {{ getItem(key: string): string | null, setItem(key: string, value: string): void,
 *   removeItem(key: string): void }} [storage] where to keep the cursor between visits, such as `sessionStorage`
 * @property {string} [key] under which name; normally made of all that tells streams apart
 * @property {Partial<typeof TIMINGS>} [timings] other times than the usual ones
 */

/** In milliseconds. */
const TIMINGS = {
  /** How long a connection may take until the server answers on it. */
  open: 5_000,
  /** After how long without a message on a WebSocket the server is asked whether it is there. */
  quiet: 20_000,
  /** How long it may take for the answer. */
  pong: 5_000,
  /** After how long without a byte an event stream is dead. */
  silence: 40_000,
  /** Within which time the first retry comes; each later one within twice the time of the one before. */
  retry: 1_000,
  /** The longest of these times. */
  retryMost: 30_000,
  /** How long a connection lasts before its loss counts as a first one. */
  healthy: 10_000,
  /** Within which time a WebSocket is tried again while event streams stand in; then twice as long each time. */
  again: 10_000,
  /** The longest of these times. */
  againMost: 300_000,
};

/** Codes of WebSockets' ends that another try would not change. */
const FINAL_CLOSES = new Set([4400, 4401, 4403, 4406, 4409]);

/** Codes of errors after which a stream goes on: at once where they say from where, or once it may work again. */
const PASSING = new Set([
  'SLOW_CONSUMER',
  'SHUTTING_DOWN',
  'UNAVAILABLE',
  'TIMEOUT',
  'TOO_MANY_OPERATIONS',
  'TOO_MANY_CONNECTIONS',
  'INTERNAL_ERROR',
]);

/** What a server may ask a client to wait. */
const LONGEST_HINT = 600_000;

/** How many events may wait for whoever iterates: of more, only the log knows. */
const QUEUE = 1_000;

/** Why a stream can't go on, to those who iterate it. */
export class LiveError extends Error {
  /** @param {GraphQlError[]} errors */
  constructor(errors) {
    super(errors.map(({ message }) => message).join('; '));
    this.name = 'LiveError';
    this.errors = errors;
  }
}

/**
 * Listens to a stream until it is closed. Events come by `onEvent`, or by `for await (const event of live({…}))`.
 *
 * @template {Partial<LiveEvent>} [E=LiveEvent & Record<string, any>]
 * @param {LiveOptions<E>} options
 * @returns {LiveStream<E>}
 * @throws {TypeError} if the document can't be resumed, or the address is none
 */
export function live(options) {
  if (options.resume !== false) {
    checkResumable(options.query);
  }
  return new LiveStream(options);
}

/** @param {string} query */
function checkResumable(query) {
  const code = query.replace(/"""[^]*?"""|"(?:\\.|[^"\\\n])*"|#[^\n\r]*/g, ' ');
  if (!/\$after\s*:/.test(code) || code.match(/\$after\b/g).length < 2) {
    throw new TypeError('To be resumed, the subscription must declare `$after: String` and hand it to its field');
  }
  if (!/\bcursor\b/.test(code)) {
    throw new TypeError("To be resumed, the subscription must select its field's `cursor`");
  }
}

/** Calls what isn't ours: its failure is its own. */
function call(callback, ...values) {
  try {
    return callback?.(...values);
  } catch (failure) {
    report(failure);
  }
}

function report(failure) {
  (globalThis.reportError ?? console.error)(failure);
}

/** A hint in milliseconds, if it is one. */
function hint(value) {
  return typeof value === 'number' && value >= 0 ? Math.min(value, LONGEST_HINT) : undefined;
}

/** How long to wait: anything up to a limit that doubles, so that many who lost the same server come back apart. */
class Backoff {
  #tries = 0;

  constructor(base, most) {
    this.base = base;
    this.most = most;
  }

  /** Whether nothing has failed since the last reset. */
  get isFresh() {
    return this.#tries === 0;
  }

  next() {
    return Math.random() * Math.min(this.most, this.base * 2 ** this.#tries++);
  }

  reset() {
    this.#tries = 0;
  }
}

/** Does one thing later. */
class Timer {
  #handle;
  #task;

  get isRunning() {
    return this.#handle !== undefined;
  }

  start(delay, task) {
    this.stop();
    this.#task = task;
    this.#handle = setTimeout(() => this.hurry(), delay);
  }

  stop() {
    clearTimeout(this.#handle);
    this.#handle = undefined;
  }

  /** Does it now, if it is still to be done. */
  hurry() {
    if (this.isRunning) {
      this.stop();
      this.#task();
    }
  }
}

/** All that listen, to be told when the network or the reader comes back. */
const listening = new Set();

function wake() {
  [...listening].forEach((listener) => listener.wake());
}

globalThis.addEventListener?.('online', wake);
globalThis.addEventListener?.('pageshow', wake);
globalThis.document?.addEventListener('visibilitychange', () => document.hidden || wake());

/**
 * A stream that is listened to.
 *
 * @template {Partial<LiveEvent>} [E=LiveEvent & Record<string, any>]
 * @implements {AsyncIterable<E>}
 */
export class LiveStream {
  #options;
  #timings;
  #url;
  #key;
  #cursor;
  #heard = false;
  /** @type {LiveState} */
  #state = 'connecting';
  #socket;
  /** The event stream, while there is one. */
  #source;
  #backoff;
  #timer = new Timer();
  #health = new Timer();
  #hinted = false;
  #queue = [];
  #takers = [];
  #paused = false;
  /** @type {GraphQlError[] | undefined} */
  #failure;

  /** What connections call. */
  #subscriber = {
    request: () => this.#request(),
    state: (state) => this.#become(state),
    next: (result) => this.#take(result),
    passed: (cursor) => this.#pass(cursor),
    complete: () => this.#end(),
    failed: (errors) => this.#fail(errors),
    lost: (opened, retry) => this.#lose(opened, retry),
    standIn: () => this.#standIn(),
    comeBack: () => this.#comeBack(),
    wake: () => this.#wake(),
  };

  /** @param {LiveOptions<E>} options */
  constructor(options) {
    const { url = new URL('graphql', import.meta.url), query, variables, operationName, storage } = options;
    this.#options = { transport: 'auto', resume: true, ...options };
    this.#timings = { ...TIMINGS, ...options.timings };
    this.#url = new URL(url, globalThis.location?.href).href;
    this.#key = options.key ?? `warta-live ${JSON.stringify([this.#url, query, operationName, variables])}`;
    this.#cursor = (storage && call(() => storage.getItem(this.#key))) ?? options.after ?? undefined;
    this.#backoff = new Backoff(this.#timings.retry, this.#timings.retryMost);
    listening.add(this.#subscriber);
    // Later, so that whoever is called back knows the stream already
    queueMicrotask(() => this.#connect());
  }

  /** Where it is: a new stream that begins `after` this misses nothing. */
  get cursor() {
    return this.#cursor;
  }

  get state() {
    return this.#state;
  }

  /** What brings its events; undefined while nothing does. */
  get transport() {
    return this.#state === 'live' ? (this.#source ? 'sse' : 'websocket') : undefined;
  }

  /** Listens no more. */
  close() {
    this.#end();
  }

  /**
   * Iterates the events as they come. Leaving the loop closes the stream.
   *
   * @returns {AsyncIterator<E, undefined>}
   */
  [Symbol.asyncIterator]() {
    if (this.#options.onEvent) {
      throw new TypeError('The events are given to onEvent');
    }
    return {
      next: () => this.#give(),
      return: async () => {
        this.close();
        return { done: true, value: undefined };
      },
    };
  }

  #become(state) {
    if (this.#state !== state && this.#state !== 'ended') {
      this.#state = state;
      call(this.#options.onState, state);
    }
  }

  #request() {
    const { query, operationName, variables, resume } = this.#options;
    this.#heard = false;
    return {
      query,
      operationName,
      variables: resume && this.#cursor !== undefined ? { ...variables, after: this.#cursor } : variables,
    };
  }

  #connect() {
    const { transport } = this.#options;
    if (this.#state === 'ended' || this.#paused) {
      return;
    }
    if (transport !== 'sse') {
      this.#socket ??= SharedSocket.to(this.#url, this.#timings);
    }
    if (transport === 'sse' || (transport === 'auto' && this.#socket.isBlocked)) {
      this.#socket?.park(this.#subscriber);
      this.#listen();
    } else {
      this.#socket.add(this.#subscriber);
    }
  }

  #listen() {
    this.#become('connecting');
    this.#source = new Source(this.#url, this.#timings, this.#subscriber);
  }

  #standIn() {
    if (this.#options.transport !== 'auto') {
      return false;
    }
    this.#listen();
    return true;
  }

  #comeBack() {
    if (this.#source) {
      this.#leave();
      this.#socket.add(this.#subscriber);
    }
  }

  /** Leaves whatever brings events. */
  #leave() {
    this.#timer.stop();
    this.#health.stop();
    this.#source?.close();
    this.#source = undefined;
    this.#socket?.park(this.#subscriber);
  }

  #alive() {
    if (!this.#heard) {
      this.#heard = true;
      this.#health.start(this.#timings.healthy, () => this.#backoff.reset());
      this.#become('live');
    }
  }

  #take(result) {
    const event = Object.values(result.data ?? {})[0];
    if (event === null || event === undefined) {
      this.#fail(result.errors ?? [{ message: 'The server has sent an empty result' }]);
      return;
    }
    if (this.#options.resume && typeof event.cursor !== 'string') {
      this.#fail([{ message: "The subscription must select its field's `cursor`", extensions: { code: 'NO_CURSOR' } }]);
      return;
    }
    this.#alive();
    if (!this.#options.resume || event.cursor !== this.#cursor) {
      this.#cursor = event.cursor;
      if (event.type !== 'HEARTBEAT' || this.#options.heartbeats) {
        this.#tell(event, result.errors ?? []);
      }
      this.#save();
    }
  }

  #pass(cursor) {
    this.#alive();
    if (this.#options.resume) {
      this.#cursor = cursor;
      this.#save();
    }
  }

  #save() {
    const { storage, resume } = this.#options;
    if (storage && resume && this.#cursor !== undefined) {
      call(() => storage.setItem(this.#key, this.#cursor));
    }
  }

  #tell(event, errors) {
    if (this.#options.onEvent) {
      call(this.#options.onEvent, event, event.cursor, errors);
    } else if (this.#takers.length > 0) {
      this.#takers.shift().resolve({ done: false, value: event });
    } else if (this.#queue.push(event) >= QUEUE && this.#options.resume) {
      this.#paused = true;
      this.#leave();
      this.#become('waiting');
    }
  }

  async #give() {
    if (this.#queue.length > 0) {
      const value = this.#queue.shift();
      if (this.#paused && this.#queue.length === 0) {
        this.#paused = false;
        this.#connect();
      }
      return { done: false, value };
    }
    if (this.#failure) {
      const errors = this.#failure;
      this.#failure = undefined;
      throw new LiveError(errors);
    }
    return this.#state === 'ended'
      ? { done: true, value: undefined }
      : new Promise((resolve, reject) => this.#takers.push({ resolve, reject }));
  }

  #fail(errors) {
    const { code, cursor, oldestCursor, retry } = errors[0]?.extensions ?? {};
    this.#leave();
    if (code === 'CURSOR_EXPIRED') {
      this.#expire({ cursor, oldestCursor });
    } else if (PASSING.has(code)) {
      this.#cursor = cursor ?? this.#cursor;
      this.#retry(hint(retry));
    } else {
      this.#end(errors);
    }
  }

  async #expire(expired) {
    this.#become('waiting');
    if (!this.#options.onExpired) {
      console.warn('Events are missing: the log no longer has what follows the cursor');
    }
    let chosen;
    try {
      chosen = await this.#options.onExpired?.(expired);
    } catch (failure) {
      report(failure);
    }
    if (this.#state !== 'ended') {
      this.#cursor = chosen ?? expired.cursor;
      this.#save();
      this.#retry();
    }
  }

  /** An event stream was lost. One that never was says that it isn't the WebSocket that is kept out. */
  #lose(opened, retry) {
    this.#source = undefined;
    this.#health.stop();
    if (!opened && this.#socket) {
      this.#socket.unblock();
      this.#socket.add(this.#subscriber);
    } else {
      this.#retry(hint(retry));
    }
  }

  #retry(after) {
    this.#hinted = after !== undefined;
    this.#become('waiting');
    this.#timer.start(after ?? this.#backoff.next(), () => this.#connect());
  }

  #wake() {
    if (!this.#hinted) {
      this.#timer.hurry();
    }
    this.#source?.check();
  }

  #end(errors) {
    if (this.#state === 'ended') {
      return;
    }
    this.#leave();
    this.#socket?.remove(this.#subscriber);
    listening.delete(this.#subscriber);
    this.#become('ended');
    if (errors) {
      this.#giveUp(errors);
    }
    this.#takers.splice(0).forEach(({ resolve }) => resolve({ done: true, value: undefined }));
  }

  #giveUp(errors) {
    if (errors[0]?.extensions?.code === 'BAD_CURSOR') {
      call(() => this.#options.storage?.removeItem(this.#key));
    }
    if (this.#takers.length > 0) {
      this.#takers.shift().reject(new LiveError(errors));
    } else if (!this.#options.onEvent) {
      this.#failure = errors;
    }
    if (this.#options.onError) {
      call(this.#options.onError, errors);
    } else if (this.#options.onEvent) {
      console.error('The stream has ended:', errors);
    }
  }
}

/** The WebSocket of all streams of one address, opened again for as long as there are any. */
class SharedSocket {
  static #all = new Map();

  /** Those that it carries, with their operations' ids once they have one. */
  #subscribers = new Map();
  /** The same by these ids. */
  #operations = new Map();
  /** Those that would rather be carried, or will be in a moment. */
  #parked = new Set();
  #socket;
  #acknowledged = false;
  #known = false;
  #failures = 0;
  #ids = 0;
  #pinged = false;
  #heard = 0;
  #waiting = false;
  #hinted = false;
  #retry = new Timer();
  #deadline = new Timer();
  #health = new Timer();

  static to(url, timings) {
    const key = JSON.stringify([url, timings]);
    const socket = SharedSocket.#all.get(key) ?? new SharedSocket(key, url, timings);
    SharedSocket.#all.set(key, socket);
    return socket;
  }

  constructor(key, url, timings) {
    this.key = key;
    this.url = url.replace(/^http/, 'ws');
    this.timings = timings;
    this.backoff = new Backoff(timings.retry, timings.retryMost);
    this.probing = new Backoff(timings.again, timings.againMost);
    /** Whether WebSockets seem to be kept out on the way. */
    this.isBlocked = false;
  }

  unblock() {
    this.isBlocked = false;
    this.#failures = 0;
  }

  /** Carries a subscriber, as soon as it can. */
  add(subscriber) {
    SharedSocket.#all.set(this.key, this);
    listening.add(this);
    this.#parked.delete(subscriber);
    this.#subscribers.set(subscriber, undefined);
    if (this.#acknowledged) {
      this.#subscribe(subscriber);
    } else if (!this.#socket && !this.#waiting && this.backoff.isFresh) {
      this.#connect();
    } else if (!this.#socket && !this.#waiting) {
      this.#wait();
    }
    if (this.#subscribers.has(subscriber)) {
      subscriber.state(this.#socket ? 'connecting' : 'waiting');
    }
  }

  /** Carries it no more for the moment. */
  park(subscriber) {
    this.#parked.add(subscriber);
    const id = this.#subscribers.get(subscriber);
    this.#subscribers.delete(subscriber);
    if (this.#operations.delete(id)) {
      this.#send({ id, type: 'complete' });
    }
  }

  /** Forgets it. The last one closes the socket. */
  remove(subscriber) {
    this.park(subscriber);
    this.#parked.delete(subscriber);
    if (this.#subscribers.size + this.#parked.size === 0) {
      const socket = this.#forget();
      this.#retry.stop();
      this.#waiting = false;
      listening.delete(this);
      if (SharedSocket.#all.get(this.key) === this) {
        SharedSocket.#all.delete(this.key);
      }
      socket?.close(1000);
    }
  }

  wake() {
    if (!this.#hinted) {
      this.#retry.hurry();
    }
    if (this.#acknowledged && !this.#pinged) {
      this.#ping();
    }
  }

  #connect() {
    this.#waiting = false;
    this.#retry.stop();
    let socket;
    try {
      socket = new WebSocket(this.url, 'graphql-transport-ws');
    } catch {
      // The page may not: an insecure address on a secure page
      this.#lost(1006, '', 2);
      return;
    }
    this.#socket = socket;
    socket.onopen = () => this.#send({ type: 'connection_init' });
    socket.onmessage = ({ data }) => this.#socket === socket && this.#receive(data);
    socket.onclose = ({ code, reason }) => this.#socket === socket && this.#lost(code, reason, 1);
    this.#deadline.start(this.timings.open, () => this.#drop(2));
    this.#each((subscriber) => subscriber.state('connecting'));
  }

  #each(action) {
    [...this.#subscribers.keys()].forEach(action);
  }

  #send(message) {
    if (this.#socket?.readyState === 1) {
      this.#socket.send(JSON.stringify(message));
    }
  }

  #subscribe(subscriber) {
    const id = String(++this.#ids);
    this.#subscribers.set(subscriber, id);
    this.#operations.set(id, subscriber);
    this.#send({ id, type: 'subscribe', payload: subscriber.request() });
  }

  #receive(text) {
    this.#heard = performance.now();
    if (this.#pinged) {
      this.#pinged = false;
      this.#watch();
    }
    let message;
    try {
      message = JSON.parse(text);
    } catch {
      // Of no known type
    }
    this.#on(message ?? {});
  }

  #on({ type, id, payload }) {
    const subscriber = this.#operations.get(id);
    if (type === 'connection_ack') {
      this.#acknowledge();
    } else if (type === 'next') {
      subscriber?.next(payload);
    } else if (type === 'error' || type === 'complete') {
      this.#operations.delete(id);
      type === 'error' ? subscriber?.failed(payload) : subscriber?.complete();
    } else if (type === 'ping') {
      this.#send({ type: 'pong' });
    } else if (type !== 'pong') {
      this.#drop(0, 4400);
    }
  }

  #acknowledge() {
    this.#acknowledged = true;
    this.#known = true;
    this.unblock();
    this.probing.reset();
    this.#health.start(this.timings.healthy, () => this.backoff.reset());
    this.#watch();
    this.#each((subscriber) => this.#subscribe(subscriber));
    [...this.#parked].forEach((subscriber) => subscriber.comeBack());
  }

  #watch() {
    const silent = performance.now() - this.#heard;
    if (silent >= this.timings.quiet) {
      this.#ping();
    } else {
      this.#deadline.start(this.timings.quiet - silent, () => this.#watch());
    }
  }

  #ping() {
    this.#pinged = true;
    this.#send({ type: 'ping' });
    this.#deadline.start(this.timings.pong, () => this.#drop(0));
  }

  /** Gives up a socket without waiting for its end, which a dead peer would never confirm. */
  #drop(failures, code = 1000) {
    const socket = this.#socket;
    this.#lost(1006, '', failures);
    socket.close(code);
  }

  /** What it was, if it was one. */
  #forget() {
    const socket = this.#socket;
    this.#socket = undefined;
    this.#acknowledged = false;
    this.#pinged = false;
    this.#deadline.stop();
    this.#health.stop();
    this.#operations.clear();
    return socket;
  }

  /**
   * It is gone.
   *
   * @param {number} code why
   * @param {string} reason why
   * @param {number} failures how much it speaks against WebSockets, if it never worked
   */
  #lost(code, reason, failures) {
    const worked = this.#acknowledged;
    this.#forget();
    if (FINAL_CLOSES.has(code)) {
      const message = reason || 'The server has closed the WebSocket';
      const errors = [{ message, extensions: { code: `CLOSED_${code}` } }];
      this.#each((subscriber) => subscriber.failed(errors));
    }
    this.#failures += worked || code !== 1006 ? 0 : failures;
    if (this.#failures >= (this.#known ? 4 : 2)) {
      this.isBlocked = true;
      this.backoff.next();
      this.#each((subscriber) => this.#handOver(subscriber));
    }
    this.#wait(code === 1012 ? restartHint(reason) : undefined);
  }

  #handOver(subscriber) {
    if (subscriber.standIn()) {
      this.park(subscriber);
    }
  }

  #wait(after) {
    const carries = this.#subscribers.size > 0;
    if (carries || this.#parked.size > 0) {
      this.#waiting = carries;
      this.#hinted = after !== undefined;
      this.#retry.start(after ?? (carries ? this.backoff : this.probing).next(), () => this.#connect());
      this.#each((subscriber) => subscriber.state('waiting'));
    }
  }
}

/** What a server that restarts says in the reason of the close. */
function restartHint(reason) {
  try {
    return hint(JSON.parse(reason).retry);
  } catch {
    return undefined;
  }
}

/** One stream's event stream. An `EventSource` would neither show heartbeats, nor errors, nor that nothing comes. */
class Source {
  #subscriber;
  #timings;
  #deadline = new Timer();
  #aborting = new AbortController();
  #opened = false;
  #closed = false;
  #heard = 0;
  #retry;
  #rest = '';
  #name = '';
  #id = '';
  #data = [];

  constructor(url, timings, subscriber) {
    this.#timings = timings;
    this.#subscriber = subscriber;
    this.#deadline.start(timings.open, () => this.#lose());
    this.#run(url).catch(() => this.#lose());
  }

  close() {
    this.#closed = true;
    this.#deadline.stop();
    this.#aborting.abort();
  }

  /** Notices that time has stood still, as it does while a computer sleeps. */
  check() {
    if (this.#opened && performance.now() - this.#heard > this.#timings.silence) {
      this.#lose();
    }
  }

  #lose() {
    if (!this.#closed) {
      this.close();
      this.#subscriber.lost(this.#opened, this.#retry);
    }
  }

  async #run(url) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
      body: JSON.stringify(this.#subscriber.request()),
      cache: 'no-store',
      signal: this.#aborting.signal,
    });
    if (response.status === 204) {
      this.#complete();
      return;
    }
    if (!response.ok || !response.headers.get('Content-Type')?.startsWith('text/event-stream')) {
      await this.#refused(response);
      return;
    }
    this.#opened = true;
    await this.#read(response.body.pipeThrough(new TextDecoderStream()).getReader());
    this.#lose();
  }

  /** Anything between here and Warta may answer: only Warta says why in GraphQL's words. */
  async #refused(response) {
    const { errors } = await response.json();
    if (Array.isArray(errors) && !this.#closed) {
      this.close();
      this.#subscriber.failed(errors);
    } else {
      this.#lose();
    }
  }

  async #read(reader) {
    for (;;) {
      this.#heard = performance.now();
      this.#deadline.start(this.#timings.silence, () => this.#lose());
      const { done, value } = await reader.read();
      if (done || this.#closed) {
        return;
      }
      this.#parse(value);
    }
  }

  #parse(text) {
    // A carriage return at the end may be half of a line's end
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop();
    for (const line of lines) {
      this.#line(line);
      if (this.#closed) {
        return;
      }
    }
  }

  #line(line) {
    const [, name, value] = line.match(/^([^:]*):? ?([^]*)$/);
    if (line === '') {
      this.#dispatch();
    } else if (name === 'event') {
      this.#name = value;
    } else if (name === 'data') {
      this.#data.push(value);
    } else if (name === 'id') {
      this.#id = value;
    } else if (name === 'retry' && /^\d+$/.test(value)) {
      this.#retry = Number(value);
    }
  }

  #dispatch() {
    const [name, id, data] = [this.#name, this.#id, this.#data.join('\n')];
    this.#name = '';
    this.#id = '';
    this.#data = [];
    if (name === 'next') {
      this.#subscriber.next(JSON.parse(data));
    } else if (name === 'complete') {
      this.#complete();
    } else if (id && !data) {
      this.#subscriber.passed(id);
    }
  }

  #complete() {
    if (!this.#closed) {
      this.close();
      this.#subscriber.complete();
    }
  }
}

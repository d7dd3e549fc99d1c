// What a test's page has instead of the network and the clock: both do what the test says, and nothing else.

export const clock = {
  now: 0,
  tasks: new Map(),
  ids: 0,

  /** Lets time pass, and everything happen that is due meanwhile. */
  async pass(duration) {
    const end = this.now + duration;
    for (;;) {
      await settled();
      const [id, task] = [...this.tasks].sort(([, a], [, b]) => a.at - b.at)[0] ?? [];
      if (!task || task.at > end) {
        break;
      }
      this.tasks.delete(id);
      this.now = task.at;
      task.run();
    }
    this.now = end;
  },

  /** Lets time pass until something has happened. */
  async passUntil(happened) {
    for (let i = 0; !happened(); i++) {
      if (i === 1_000) {
        throw new Error('It has not happened');
      }
      await this.pass(100);
    }
  },
};

/** When all has been done that needs no time. */
export async function settled() {
  for (let i = 0; i < 3; i++) {
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(port1.close());
      port2.postMessage('');
    });
  }
}

globalThis.setTimeout = (run, delay = 0) => {
  clock.tasks.set(++clock.ids, { run, at: clock.now + delay });
  return clock.ids;
};
globalThis.clearTimeout = (id) => clock.tasks.delete(id);
performance.now = () => clock.now;
// Waits are as long as they may be
Math.random = () => 1;

export const sockets = [];

globalThis.WebSocket = class {
  sent = [];
  readyState = 0;
  openedAt = clock.now;

  constructor(url, protocol) {
    Object.assign(this, { url, protocol });
    sockets.push(this);
  }

  send(text) {
    this.sent.push(JSON.parse(text));
  }

  close(code) {
    this.closedWith = code;
    this.readyState = 2;
  }

  accept() {
    this.readyState = 1;
    this.onopen();
    this.say({ type: 'connection_ack' });
  }

  say(message) {
    this.onmessage({ data: typeof message === 'string' ? message : JSON.stringify(message) });
  }

  /** Tells the operation that was subscribed to last, or another one. */
  next(event, id = this.sent.findLast(({ type }) => type === 'subscribe').id, errors = undefined) {
    this.say({ id, type: 'next', payload: { data: { news: event }, errors } });
  }

  error(extensions) {
    const { id } = this.sent.findLast(({ type }) => type === 'subscribe');
    this.say({ id, type: 'error', payload: [{ message: 'No', extensions }] });
  }

  end(code = 1006, reason = '') {
    this.readyState = 3;
    this.onclose({ code, reason });
  }

  of(type) {
    return this.sent.filter((message) => message.type === type);
  }

  get afters() {
    return this.of('subscribe').map(({ payload }) => payload.variables?.after);
  }
};

export const requests = [];

globalThis.fetch = (url, { body, signal }) =>
  new Promise((resolve, reject) => {
    const { variables } = JSON.parse(body);
    const request = { url, after: variables?.after, aborted: false };
    const bytes = new TextEncoder();
    const stream = new ReadableStream({ start: (controller) => (request.controller = controller) });
    const type = { 'Content-Type': 'text/event-stream;charset=UTF-8' };
    request.fail = () => reject(new TypeError('Failed'));
    request.answer = (status, type, text) => resolve(new Response(text, { status, headers: { 'Content-Type': type } }));
    request.open = () => resolve(new Response(stream, { headers: type }));
    request.write = (text) => request.controller.enqueue(bytes.encode(text));
    request.writeBytes = (part) => request.controller.enqueue(part);
    request.next = (event) => {
      const data = JSON.stringify({ data: { news: event } });
      request.write(`id: ${event.cursor}\nevent: next\ndata: ${data}\n\n`);
    };
    request.end = () => request.controller.close();
    signal.addEventListener('abort', () => {
      request.aborted = true;
      reject(signal.reason);
    });
    requests.push(request);
  });

export function equal(actual, expected) {
  const [is, shall] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== shall) {
    throw new Error(`Expected ${shall}, but it is ${is}`);
  }
}

// Receives what the simulator delivers, checks every callback as it comes, and lets steps wait for the one they expect.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { checkMembers } from './event-members.mjs';

const limit = 10_000;

export class CallbackListener {
  events = [];
  faults = [];
  #waiting = [];
  #ids = new Set();

  constructor(parse, checkToken) {
    this.parse = parse;
    this.checkToken = checkToken;
    this.server = createServer((request, response) => this.#receive(request).then(
      answer => response.writeHead(200, { 'content-type': 'application/json' }).end(answer),
      error => { this.faults.push(`${request.url}: ${error.message}`); response.writeHead(200).end(); }));
  }

  async start() {
    await new Promise(started => this.server.listen(0, '127.0.0.1', started));
    const address = `http://127.0.0.1:${this.server.address().port}`;
    this.callbackUrl = `${address}/callbacks?secret=a%2Fb`;
    this.otherCallbackUrl = `${address}/callbacks?secret=a%2Fb&other=yes`;
    this.incomingUrl = `${address}/incoming`;
  }

  stop() {
    this.server.close();
    this.server.closeAllConnections();
  }

  /** The next event of the kind with these members that no step has taken yet. */
  async next(kind, members = {}) {
    const matches = event => !event.taken && event.kind === kind && Object.entries(members).every(([name, value]) => event[name] === value);
    const found = this.events.find(matches) ?? await this.#wait(matches, `${kind} ${JSON.stringify(members)}`);
    found.taken = true;
    return found;
  }

  #wait(matches, wanted) {
    return new Promise((resolve, reject) => {
      const wait = { matches, resolve: event => { clearTimeout(timer); resolve(event); } };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(wait), 1);
        reject(new Error(`no ${wanted} within ${limit} ms; last came ${this.events.slice(-4).map(e => e.kind)}`));
      }, limit);
      this.#waiting.push(wait);
    });
  }

  async #receive(request) {
    const body = await text(request);
    const url = new URL(request.url, 'http://localhost');
    return url.pathname === '/incoming' ? this.#incoming(JSON.parse(body)) : this.#callback(request, url, body);
  }

  #incoming([event]) {
    if (event.eventType === 'Microsoft.EventGrid.SubscriptionValidationEvent') {
      return JSON.stringify({ validationResponse: event.data.validationCode });
    }

    assert.equal(event.eventType, 'Microsoft.Communication.IncomingCall');
    this.#add({ kind: 'IncomingCall', ...event.data, caller: event.data.from.phoneNumber?.value });
    return '';
  }

  #callback(request, url, body) {
    const event = { ...this.parse(body), other: url.searchParams.has('other') };
    try {
      this.#check(request, url, body, event);
    } catch (error) {
      event.fault = error.message;
      throw error;
    } finally {
      this.#add(event);
    }

    return '';
  }

  #check(request, url, body, event) {
    assert.equal(request.method, 'POST');
    assert.equal(url.searchParams.get('secret'), 'a/b', 'the query of the callback address is kept');
    assert.match(request.headers['content-type'], /^application\/(cloudevents-batch\+)?json/);
    this.checkToken(request.headers.authorization);

    const envelopes = JSON.parse(body);
    assert.ok(Array.isArray(envelopes) && envelopes.length === 1, 'an array of one event');
    const [{ id, specversion, source, time }] = envelopes;
    assert.equal(specversion, '1.0');
    assert.equal(source, `calling/callConnections/${event.callConnectionId}`);
    assert.ok(Math.abs(Date.now() - Date.parse(time)) < 60_000, 'the time is that of the event');
    assert.ok(!this.#ids.has(id), 'the id of an event is its own');
    this.#ids.add(id);
    checkMembers(event);
  }

  #add(event) {
    this.events.push(event);
    const index = this.#waiting.findIndex(({ matches }) => matches(event));
    if (index >= 0) {
      event.taken = true;
      this.#waiting.splice(index, 1)[0].resolve(event);
    }
  }
}

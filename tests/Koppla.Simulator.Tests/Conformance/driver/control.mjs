// What happens outside the application: telephones that call and hang up, and things that go wrong.
export class Control {
  constructor(address) {
    this.address = address;
  }

  subscribe = url => this.#post('subscribe', { url });
  call = (from, to) => this.#post('call', { from, to });
  hangUp = from => this.#post('hang-up', { from });
  outcome = from => this.#post('outcome', { from });
  failMedia = operation => this.#post('fail-media', { operation });
  loseAnswer = operation => this.#post('lose-answer', { operation });
  timesRung = number => this.#post('times-rung', { number });

  async #post(action, body) {
    const response = await fetch(new URL(action, this.address), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = await response.text();
    if (!response.ok) {
      throw new Error(`${action}: ${response.status} ${answer}`);
    }

    return answer === '' ? undefined : JSON.parse(answer);
  }
}

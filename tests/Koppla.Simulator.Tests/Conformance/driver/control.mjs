// What happens outside the application: telephones that call and hang up, and things that go wrong.
export class Control {
  constructor(address) {
    this.address = address;
  }

  subscribe = url => this.#post('subscribe', { url });
  call = (from, to) => this.#post('call', { from, to });
  hangUp = from => this.#post('hang-up', { from });
  press = (from, number, keys) => this.#post('press', { from, number, keys });
  outcome = from => this.#post('outcome', { from });
  failMedia = operation => this.#post('fail-media', { operation });
  loseAnswer = operation => this.#post('lose-answer', { operation });
  timesRung = number => this.#post('times-rung', { number });

  async #post(action, parameters) {
    const response = await fetch(new URL(`${action}?${new URLSearchParams(parameters)}`, this.address), { method: 'POST' });
    const answer = await response.text();
    if (!response.ok) {
      throw new Error(`${action}: ${response.status} ${answer}`);
    }

    return answer;
  }
}

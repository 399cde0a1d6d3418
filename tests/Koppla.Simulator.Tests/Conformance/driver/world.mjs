// The SDK's client, the telephones and the callback listener that every step works with.
import assert from 'node:assert/strict';

export const owned = '+46812340000';
export const telephones = {
  busy: '+46701110486',
  declines: '+46701110603',
  neverAnswers: '+46701110480',
  pressesOneTwoPound: '+46701110012',
};

export const phone = number => ({ phoneNumber: number });
export const invite = number => ({ targetParticipant: phone(number), sourceCallIdNumber: phone(owned) });

export class World {
  #numbers = 0;
  #contexts = 0;

  constructor(client, control, listener) {
    Object.assign(this, { client, control, listener });
  }

  /** A telephone that answers and that no other step uses. */
  someone() {
    return `+4670222${String(++this.#numbers).padStart(4, '0')}`;
  }

  context(operation) {
    return `${operation}:${++this.#contexts}`;
  }

  /** Someone calls the resource's number, and the application is told. */
  async ring(from = this.someone()) {
    await this.control.call(from, owned);
    return this.listener.next('IncomingCall', { caller: from });
  }

  /** A call from someone that the application has answered and that is established. */
  async answered(from = this.someone(), options = {}) {
    const incoming = await this.ring(from);
    const operationContext = this.context('answer');
    const { callConnection, callConnectionProperties } = await this.client.answerCall(
      incoming.incomingCallContext, this.listener.callbackUrl, { operationContext, ...options });
    const call = new Call(this, callConnection, callConnectionProperties, from, operationContext);
    await call.next('CallConnected', { operationContext });
    await call.next('ParticipantsUpdated');
    return call;
  }

  /** An answered call with one more telephone in it. */
  async answeredWith(number = this.someone()) {
    const call = await this.answered();
    const operationContext = this.context('with');
    await call.connection.addParticipant(invite(number), { operationContext });
    await call.next('AddParticipantSucceeded', { operationContext });
    await call.next('ParticipantsUpdated');
    return Object.assign(call, { other: number });
  }

  /** The status and code with which a request is refused. */
  async refusal(request) {
    try {
      await request;
    } catch (error) {
      return { status: error.statusCode, code: error.code };
    }

    return assert.fail('the request was not refused');
  }
}

class Call {
  constructor(world, connection, properties, caller, operationContext) {
    Object.assign(this, { connection, properties, caller, operationContext });
    this.id = properties.callConnectionId;
    this.media = connection.getCallMedia();
    this.listener = world.listener;
  }

  next(kind, members) {
    return this.listener.next(kind, { callConnectionId: this.id, ...members });
  }

  /** The numbers in the call by the service's own list. */
  async roster() {
    const { values } = await this.connection.listParticipants();
    return values.map(({ identifier }) => identifier.phoneNumber).sort();
  }

  async participant(number) {
    return this.connection.getParticipant(phone(number));
  }
}

// Who is in a call: adding, cancelling, removing, transferring, moving.
import assert from 'node:assert/strict';
import { invite, owned, phone, telephones } from './world.mjs';

export const participantSteps = {
  async 'add a participant'(world) {
    const call = await world.answered();
    const target = world.someone();
    const operationContext = world.context('add');
    const customCallingContext = [{ kind: 'sipuui', value: '56a390f3;encoding=hex' }, { kind: 'sipx', key: 'trail', value: '1' }];
    const added = await call.connection.addParticipant({ ...invite(target), customCallingContext }, { operationContext, invitationTimeoutInSeconds: 20 });
    assert.ok(added.invitationId);
    assert.equal(added.operationContext, operationContext);
    assert.deepEqual(added.participant.identifier, { phoneNumber: target, rawId: `4:${target}` });
    const { participant } = await call.next('AddParticipantSucceeded', { operationContext });
    assert.equal(participant.phoneNumber, target);
    assert.equal((await call.next('ParticipantsUpdated')).participants.length, 2);
    assert.deepEqual(await call.roster(), [call.caller, target].sort());
  },

  async 'add a busy participant'(world) {
    const { code, subCode, sipDetails, q850Details } = await failureOf(world, telephones.busy);
    assert.deepEqual([code, subCode, sipDetails.code, q850Details.code], [486, 560486, 486, 17]);
  },

  async 'add a participant who declines'(world) {
    const { code, subCode } = await failureOf(world, telephones.declines);
    assert.deepEqual([code, subCode], [603, 560603]);
  },

  async 'add a participant who does not answer'(world) {
    const { code, subCode } = await failureOf(world, telephones.neverAnswers, { invitationTimeoutInSeconds: 1 });
    assert.deepEqual([code, subCode], [487, 10004]);
  },

  async 'cancel adding a participant'(world) {
    const call = await world.answered();
    const { invitationId } = await call.connection.addParticipant(invite(telephones.neverAnswers), { operationContext: 'never' });
    const operationContext = world.context('cancel');
    const cancelled = await call.connection.cancelAddParticipantOperation(invitationId, { operationContext });
    assert.deepEqual([cancelled.invitationId, cancelled.operationContext], [invitationId, operationContext]);
    await call.next('CancelAddParticipantSucceeded', { operationContext, invitationId });
  },

  async 'cancel adding a participant too late'(world) {
    const call = await world.answered();
    const { invitationId } = await call.connection.addParticipant(invite(world.someone()), { operationContext: 'soon' });
    await call.next('AddParticipantSucceeded', { operationContext: 'soon' });
    const operationContext = world.context('cancel');
    await call.connection.cancelAddParticipantOperation(invitationId, { operationContext });
    await call.next('CancelAddParticipantFailed', { operationContext, invitationId });
  },

  async 'remove a participant'(world) {
    const call = await world.answeredWith();
    const operationContext = world.context('remove');
    const removed = await call.connection.removeParticipant(phone(call.other), { operationContext });
    assert.equal(removed.operationContext, operationContext);
    assert.equal((await call.next('RemoveParticipantSucceeded', { operationContext })).participant.phoneNumber, call.other);
    assert.equal((await call.next('ParticipantsUpdated')).participants.length, 1);
    assert.deepEqual(await call.roster(), [call.caller]);
  },

  async 'list participants'(world) {
    const call = await world.answeredWith();
    const { values } = await call.connection.listParticipants();
    assert.deepEqual(values.map(p => [p.isMuted, p.isOnHold]), [[false, false], [false, false]]);
    assert.deepEqual(await call.roster(), [call.caller, call.other].sort());
  },

  async 'get a participant'(world) {
    const call = await world.answered();
    const { identifier, isMuted, isOnHold } = await call.participant(call.caller);
    assert.deepEqual([identifier.phoneNumber, isMuted, isOnHold], [call.caller, false, false]);
  },

  async 'transfer a call of two'(world) {
    const call = await world.answered();
    const target = world.someone();
    const operationContext = world.context('transfer');
    const transferred = await call.connection.transferCallToParticipant(phone(target), { operationContext, sourceCallIdNumber: phone(owned) });
    assert.equal(transferred.operationContext, operationContext);
    const { transferee, transferTarget } = await call.next('CallTransferAccepted', { operationContext });
    assert.deepEqual([transferee.phoneNumber.value, transferTarget.phoneNumber.value], [call.caller, target]);
    const { resultInformation } = await call.next('CallDisconnected');
    assert.deepEqual([resultInformation.code, resultInformation.subCode], [200, 7015]);
  },

  async 'transfer one of a group'(world) {
    const call = await world.answeredWith();
    const operationContext = world.context('transfer');
    await call.connection.transferCallToParticipant(
      phone(world.someone()), { operationContext, transferee: phone(call.other), sourceCallIdNumber: phone(owned) });
    assert.equal((await call.next('CallTransferAccepted', { operationContext })).transferee.phoneNumber.value, call.other);
    await call.next('ParticipantsUpdated');
    assert.deepEqual(await call.roster(), [call.caller]);
  },

  async 'transfer to someone who declines'(world) {
    const call = await world.answered();
    const operationContext = world.context('transfer');
    await call.connection.transferCallToParticipant(phone(telephones.declines), { operationContext, sourceCallIdNumber: phone(owned) });
    const { resultInformation } = await call.next('CallTransferFailed', { operationContext });
    assert.deepEqual([resultInformation.code, resultInformation.subCode], [603, 560603]);
    assert.deepEqual(await call.roster(), [call.caller]);
  },

  async 'move a participant'(world) {
    const [source, destination] = [await world.answered(), await world.answered()];
    const operationContext = world.context('move');
    const moved = await destination.connection.moveParticipants([phone(source.caller)], source.id, { operationContext });
    assert.equal(moved.operationContext, operationContext);
    assert.equal(moved.participants[0].identifier.phoneNumber, source.caller);
    await destination.next('MoveParticipantSucceeded', { operationContext, fromCall: source.id });
    assert.equal((await destination.next('ParticipantsUpdated')).participants.length, 2);
    assert.deepEqual(await destination.roster(), [source.caller, destination.caller].sort());
  },

  async 'move a participant who is not there'(world) {
    const [source, destination] = [await world.answered(), await world.answered()];
    const operationContext = world.context('move');
    await destination.connection.moveParticipants([phone(world.someone())], source.id, { operationContext });
    await destination.next('MoveParticipantFailed', { operationContext, fromCall: source.id });
  },

  async 'events of one operation to an address of their own'(world) {
    const call = await world.answered();
    const operationContext = world.context('elsewhere');
    await call.connection.addParticipant(invite(telephones.busy), { operationContext, operationCallbackUrl: world.listener.otherCallbackUrl });
    assert.ok((await call.next('AddParticipantFailed', { operationContext })).other);
  },
};

async function failureOf(world, number, options = {}) {
  const call = await world.answered();
  const operationContext = world.context('add');
  await call.connection.addParticipant(invite(number), { operationContext, ...options });
  const { participant, resultInformation } = await call.next('AddParticipantFailed', { operationContext });
  assert.equal(participant.phoneNumber, number);
  return resultInformation;
}

// What each parsed event must carry, beside what all of them do.
import assert from 'node:assert/strict';

const party = value => assert.ok(value?.phoneNumber ?? value?.communicationUserId, 'a telephone or a user');
const wireParty = value => assert.ok(value?.rawId && value.kind && value[value.kind], 'an identifier with kind, rawId and its nested object');
const text = value => assert.ok(typeof value === 'string' && value.length > 0, 'a text');
const whole = value => assert.ok(Number.isInteger(value), 'a whole number');
const flag = value => assert.equal(typeof value, 'boolean');
const succeeded = event => assert.equal(event.resultInformation.code, 200);
const failed = event => assert.ok(event.resultInformation.code >= 400, 'a failure has a code of 400 or more');

const extra = {
  CallConnected: succeeded,
  CallDisconnected: () => {},
  CreateCallFailed: failed,
  AnswerFailed: failed,
  ParticipantsUpdated: event => {
    whole(event.sequenceNumber);
    for (const { identifier, isMuted, isOnHold } of event.participants) {
      party(identifier);
      flag(isMuted);
      flag(isOnHold);
    }
  },
  AddParticipantSucceeded: event => { succeeded(event); party(event.participant); },
  AddParticipantFailed: event => { failed(event); party(event.participant); },
  CancelAddParticipantSucceeded: event => { succeeded(event); text(event.invitationId); },
  CancelAddParticipantFailed: event => { failed(event); text(event.invitationId); },
  RemoveParticipantSucceeded: event => { succeeded(event); party(event.participant); },
  RemoveParticipantFailed: event => { failed(event); party(event.participant); },
  MoveParticipantSucceeded: event => { succeeded(event); party(event.participant); text(event.fromCall); },
  MoveParticipantFailed: event => { failed(event); party(event.participant); text(event.fromCall); },
  CallTransferAccepted: event => { succeeded(event); wireParty(event.transferee); wireParty(event.transferTarget); },
  CallTransferFailed: failed,
  PlayStarted: succeeded,
  PlayCompleted: succeeded,
  PlayCanceled: () => {},
  PlayFailed: event => { failed(event); whole(event.failedPlaySourceIndex); },
  RecognizeCompleted: event => {
    succeeded(event);
    assert.equal(event.recognitionType, 'dtmf');
    assert.ok(Array.isArray(event.dtmfResult.tones));
  },
  RecognizeFailed: failed,
  RecognizeCanceled: () => {},
  HoldFailed: failed,
  ContinuousDtmfRecognitionToneReceived: event => { text(event.tone); whole(event.sequenceId); },
  ContinuousDtmfRecognitionStopped: succeeded,
  SendDtmfTonesCompleted: succeeded,
  SendDtmfTonesFailed: failed,
};

export function checkMembers(event) {
  text(event.callConnectionId);
  text(event.serverCallId);
  text(event.correlationId);
  whole(event.resultInformation.code);
  whole(event.resultInformation.subCode);
  assert.equal(typeof event.resultInformation.message, 'string');
  if (event.kind !== 'ParticipantsUpdated') {
    text(event.operationContext);
  }

  assert.ok(extra[event.kind], `${event.kind} is an event that the simulator sends`);
  extra[event.kind](event);
}

// What is heard and what is pressed.
import assert from 'node:assert/strict';
import { phone, telephones } from './world.mjs';

const file = { kind: 'fileSource', url: 'https://media.example.net/prompt.wav', playSourceCacheId: 'prompt' };
const spoken = { kind: 'textSource', text: 'Samtalet kopplas.', voiceName: 'sv-SE-SofieNeural' };
const withSpeech = { callIntelligenceOptions: { cognitiveServicesEndpoint: 'https://speech.example.net/' } };

export const mediaSteps = {
  async 'play a file to one'(world) {
    const call = await world.answeredWith();
    const operationContext = world.context('play');
    await call.media.play([file], [phone(call.other)], { operationContext });
    await call.next('PlayStarted', { operationContext });
    await call.next('PlayCompleted', { operationContext });
  },

  async 'play text to all'(world) {
    const call = await world.answered(world.someone(), withSpeech);
    const operationContext = world.context('play');
    await call.media.playToAll([spoken], { operationContext });
    await call.next('PlayCompleted', { operationContext });
  },

  async 'play in a loop and cancel all media'(world) {
    const call = await world.answered();
    const operationContext = world.context('loop');
    await call.media.playToAll([file], { operationContext, loop: true });
    await call.next('PlayStarted', { operationContext });
    await call.media.cancelAllOperations();
    await call.next('PlayCanceled', { operationContext });
  },

  async 'play a file that cannot be had'(world) {
    const call = await world.answered();
    const operationContext = world.context('play');
    await world.control.failMedia('Play');
    await call.media.playToAll([file], { operationContext });
    assert.equal((await call.next('PlayFailed', { operationContext })).resultInformation.subCode, 8536);
  },

  async 'hold and unhold'(world) {
    const call = await world.answeredWith();
    await call.media.hold(phone(call.caller), { playSource: file, operationContext: 'hold' });
    assert.equal((await call.participant(call.caller)).isOnHold, true);
    assert.equal((await call.participant(call.other)).isOnHold, false);
    await call.media.unhold(phone(call.caller), { operationContext: 'unhold' });
    assert.equal((await call.participant(call.caller)).isOnHold, false);
  },

  async 'hold with music that cannot be had'(world) {
    const call = await world.answeredWith();
    const operationContext = world.context('hold');
    await world.control.failMedia('Hold');
    await call.media.hold(phone(call.caller), { playSource: file, operationContext });
    await call.next('HoldFailed', { operationContext });
  },

  async 'recognise keys up to a stop tone'(world) {
    const { tones, subCode } = await recognised(world, telephones.pressesOneTwoPound, { maxTonesToCollect: 5, stopDtmfTones: ['pound'] });
    assert.deepEqual([tones, subCode], [['one', 'two'], 8514]);
  },

  async 'recognise as many keys as wanted'(world) {
    const { tones, subCode } = await recognised(world, telephones.pressesOneTwoPound, { maxTonesToCollect: 2 });
    assert.deepEqual([tones, subCode], [['one', 'two'], 8531]);
  },

  async 'recognise silence'(world) {
    const call = await world.answered();
    const operationContext = world.context('recognise');
    await call.media.startRecognizing(phone(call.caller), keys({ operationContext, maxTonesToCollect: 1, initialSilenceTimeoutInSeconds: 1 }));
    assert.equal((await call.next('RecognizeFailed', { operationContext })).resultInformation.subCode, 8510);
  },

  async 'cancel recognising'(world) {
    const call = await world.answered();
    const operationContext = world.context('recognise');
    await call.media.startRecognizing(phone(call.caller), keys({ operationContext, maxTonesToCollect: 1, initialSilenceTimeoutInSeconds: 60 }));
    await call.media.cancelAllOperations();
    await call.next('RecognizeCanceled', { operationContext });
  },

  async 'continuous recognition of keys'(world) {
    const call = await world.answeredWith();
    const operationContext = world.context('keys');
    await call.media.startContinuousDtmfRecognition(phone(call.other), { operationContext });
    await world.control.press(call.caller, call.other, '*');
    const { tone, sequenceId } = await call.next('ContinuousDtmfRecognitionToneReceived', { operationContext });
    assert.deepEqual([tone, sequenceId], ['asterisk', 1]);
    await call.media.stopContinuousDtmfRecognition(phone(call.other), { operationContext });
    await call.next('ContinuousDtmfRecognitionStopped', { operationContext });
  },

  async 'send keys'(world) {
    const call = await world.answered();
    const operationContext = world.context('send');
    const sent = await call.media.sendDtmfTones(['one', 'pound'], phone(call.caller), { operationContext });
    assert.equal(sent.operationContext, operationContext);
    await call.next('SendDtmfTonesCompleted', { operationContext });
  },
};

const keys = options => ({ kind: 'callMediaRecognizeDtmfOptions', playPrompt: file, interToneTimeoutInSeconds: 3, ...options });

async function recognised(world, number, options) {
  const call = await world.answeredWith(number);
  const operationContext = world.context('recognise');
  await call.media.startRecognizing(phone(number), keys({ operationContext, ...options }));
  const { dtmfResult, resultInformation } = await call.next('RecognizeCompleted', { operationContext });
  return { tones: dtmfResult.tones, subCode: resultInformation.subCode };
}

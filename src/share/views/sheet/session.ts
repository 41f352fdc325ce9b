import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { copyText } from '../../../ui/copy-and-open.ts';
import type { Asking } from '../../../workspace/ask.ts';
import type { Answered } from '../../../workspace/envelope.ts';
import { newId } from '../../../workspace/ids.ts';
import { type Presets, presetOf } from '../../labels/presets.ts';
import type { PaceHold, Prepared, ShareChoice, SheetFacts } from '../../messages.ts';
import type { Known, Relation } from '../../relation/relation.ts';
import type { SheetMessages } from '../../sheet-messages.ts';
import { handToSystem } from '../../system-share.ts';
import { type ComposerState, composerStateOf } from './composer-state.ts';
import { deliver } from './deliver.ts';
import { DraftSaver } from './draft-saver.ts';
import { firstChoice } from './initial-choice.ts';
import { networkName } from './network-name.ts';
import { openTab, savePicture } from './picture-file.ts';
import { type Say, type SheetKey, saying } from './sheet-words.ts';

/** A message in the sheet's footer, with its action. */
export interface Note {
  readonly tone: 'done' | 'warn';
  readonly words: string;
  readonly action: { words: string; run: () => void } | null;
  readonly second?: { words: string; run: () => void };
}

function doneKey({ window: address }: Prepared, pastes: boolean): SheetKey {
  if (address === null) return 'sheetCopied';
  if (address.startsWith('mailto:')) return 'sheetMailed';
  if (address.startsWith('sms:')) return 'sheetTexted';
  return pastes ? 'sheetOpenedPaste' : 'sheetOpened';
}

/** State of one open sheet: the choice, what follows from it, and its actions. */
export class Session {
  readonly facts: SheetFacts;
  readonly say: Say;
  readonly choice: Signal<ShareChoice>;
  readonly composer: ReadonlySignal<ComposerState>;
  readonly note: Signal<Note | null> = signal(null);
  readonly busy = signal(false);
  /** The link of the visible QR code; null while none is shown. */
  readonly qr: Signal<string | null> = signal(null);
  /** What decides the relation; the person's answers change it. */
  readonly known: Signal<Known>;
  /** Whether the question about the relation was answered in this sheet. */
  readonly isAnswered = signal(false);
  /** Whether the "finish later" choice is open. */
  readonly later = signal(false);
  /** Saved presets of labels. */
  readonly presets: Signal<Presets>;
  /** Campaign suggestions; null until loaded. */
  readonly campaigns: Signal<readonly string[] | null> = signal(null);
  private readonly ask: Asking<SheetMessages>;
  private readonly drafting: DraftSaver;
  /** One id for each choice in this sheet, minted before anything is sent. */
  private readonly ids = new Map<string, string>();
  /** Instances by channel: known ones and those typed here. */
  private readonly instances: Map<string, string>;
  private lossAccepted = false;
  /** Chosen once, it applies to this sheet. */
  private anyway = false;

  constructor(facts: SheetFacts, ask: Asking<SheetMessages>) {
    this.facts = facts;
    this.ask = ask;
    this.say = saying(facts.language);
    const first = firstChoice(facts);
    this.choice = signal(first);
    this.known = signal(facts.known);
    this.presets = signal(facts.presets);
    this.instances = new Map(Object.entries(facts.instances));
    this.drafting = new DraftSaver(facts, first, ask);
    let last: ComposerState | null = null;
    this.composer = computed(() => {
      last = composerStateOf(facts, this.choice.value, this.known.value) ?? last;
      if (!last) throw new Error(`no channel ${this.choice.value.channel}`);
      return last;
    });
  }

  change(part: Partial<ShareChoice>): void {
    if (part.target !== undefined || part.channel !== undefined) this.qr.value = null;
    const next = { ...this.choice.value, ...part };
    if (part.instance !== undefined) this.instances.set(next.channel, part.instance);
    this.choice.value = { ...next, instance: this.instances.get(next.channel) ?? '' };
    this.note.value = null;
    this.lossAccepted = false;
    this.drafting.later(this.choice.value);
  }

  /** The answer that ends the question for good; `named`: what else is the employer's, as typed. */
  async answer(isEmployers: boolean, named: string): Promise<void> {
    const request = { post: this.facts.post, isEmployers, named, at: Date.now() };
    const answered = await this.ask('relation.answer', request);
    if (answered.ok) {
      this.isAnswered.value = true;
      this.known.value = answered.value;
    } else this.failed(answered, () => void this.answer(isEmployers, named));
  }

  /** Changes the relation for this author, now and for later shares. */
  async relate(relation: Relation): Promise<void> {
    const answered = await this.ask('relation.choose', { post: this.facts.post, relation, at: Date.now() });
    if (answered.ok) this.known.value = answered.value;
    else this.failed(answered, () => void this.relate(relation));
  }

  /** Loads campaign suggestions once the field is used. Without them one types. */
  async findCampaigns(): Promise<void> {
    if (this.campaigns.value !== null) return;
    this.campaigns.value = [];
    const answered = await this.ask('share.campaigns', {});
    if (answered.ok) this.campaigns.value = answered.value;
  }

  /** Saves the present labels as a preset. */
  async savePreset(name: string): Promise<void> {
    const { labels } = this.composer.value;
    const answered = await this.ask('share.preset', { preset: { id: newId(), name, labels } });
    if (!answered.ok) return this.failed(answered, () => void this.savePreset(name));
    this.presets.value = answered.value;
    if (presetOf(answered.value.all, labels)) this.tell('done', 'sheetLabelsSaved', { name });
    else this.tell('warn', 'sheetLabelsFull');
  }

  /** Prepares the share as shown and opens the network's window, or copies where it has none. */
  async open(): Promise<void> {
    const { choice, pastes, channel } = this.composer.value;
    const prepared = await this.prepare(choice, () => void this.open());
    if (!prepared) return;
    if (channel.opens === 'system') await this.toSystem(prepared);
    else await this.handOver(prepared, pastes, networkName(channel, this.say));
  }

  /** Prepares the share as shown and copies it, without opening anything. */
  async copy(): Promise<void> {
    const prepared = await this.prepare(this.composer.value.choice, () => void this.copy());
    if (prepared) await this.copyAgain(prepared.text);
  }

  /** Shows the link's QR code, as a share of its own: its link marks scans. */
  async toggleQr(): Promise<void> {
    if (this.qr.value !== null) {
      this.qr.value = null;
      return;
    }
    const choice = { ...this.composer.value.choice, channel: 'qr', words: '', disclosure: null, removed: '' };
    const prepared = await this.prepare(choice, () => void this.toggleQr());
    if (!prepared) return;
    this.drafting.lost(this.choice.value);
    this.qr.value = prepared.code;
    await this.recordOpened(prepared.id);
  }

  /** Copies the words and shows the code, for a network that is reached only by scanning. */
  async showCode(): Promise<void> {
    const prepared = await this.prepare(this.composer.value.choice, () => void this.showCode());
    if (!prepared) return;
    await this.copyAgain(prepared.text);
    this.qr.value = prepared.code;
    await this.recordOpened(prepared.id);
  }

  /**
   * Saves a picture of the post, or opens it in a tab where its site does not allow reading it. `n` counts from
   * 1.
   */
  async savePicture(url: string, n: number): Promise<void> {
    if (await savePicture(url, n)) this.tell('done', 'sheetPictureSaved', { n });
    else if (openTab(url)) this.tell('warn', 'sheetPictureOpened');
    else this.saveFailed(url);
  }

  toggleLater(): void {
    this.later.value = !this.later.value;
  }

  /** Sets the share aside, with a reminder (UTC ms) or none (0). */
  async setAside(remind: number): Promise<void> {
    const choice = this.choice.value;
    const request = { post: this.facts.post, choice, at: Date.now(), remind };
    const answered = await this.ask('draft.later', request);
    if (!answered.ok) return this.failed(answered, () => void this.setAside(remind));
    this.drafting.sent(choice);
    this.later.value = false;
    this.note.value = { tone: 'done', words: answered.value.words, action: null };
  }

  /** True where the sheet may close; false where that would lose a draft, which is then shown. */
  async mayClose(): Promise<boolean> {
    const choice = this.choice.value;
    if (this.lossAccepted || !this.drafting.isDue(choice)) return true;
    const saved = await this.drafting.now(choice);
    if (saved.ok) return true;
    this.lossAccepted = true;
    this.tell('warn', 'sheetNotKept', { detail: saved.detail });
    return false;
  }

  /** The sheet was removed from outside: saves what it can. */
  leave(): void {
    if (this.drafting.isDue(this.choice.value)) void this.drafting.now(this.choice.value);
  }

  /** The QR picture could not be created. */
  saveFailed(error: unknown): void {
    this.tell('warn', 'sheetFailed', { detail: String(error) });
  }

  private idOf(choice: ShareChoice): string {
    const key = JSON.stringify(choice);
    const id = this.ids.get(key) ?? newId();
    this.ids.set(key, id);
    return id;
  }

  private async prepare(choice: ShareChoice, again: () => void): Promise<Prepared | null> {
    if (this.busy.value) return null;
    this.busy.value = true;
    const ask = { id: this.idOf(choice), at: Date.now(), post: this.facts.post, choice, anyway: this.anyway };
    const answered = await this.ask('share.now', ask);
    this.busy.value = false;
    if (!answered.ok) this.failed(answered, again);
    else if (!answered.value.ok && answered.value.reason === 'pace')
      this.pausedByPace(answered.value.held, again);
    else if (!answered.value.ok) this.failed({ reason: 'failed', detail: answered.value.reason }, again);
    else {
      this.drafting.sent(this.choice.value);
      return answered.value.prepared;
    }
    return null;
  }

  /** The person's own limits ask first: nothing is recorded until they answer. */
  private pausedByPace({ words, anyway, later, until }: PaceHold, again: () => void): void {
    const go = () => {
      this.anyway = true;
      again();
    };
    const wait = { words: later, run: () => void this.setAside(until) };
    this.note.value = { tone: 'warn', words, action: { words: anyway, run: go }, second: wait };
  }

  /** The system's share sheet; cancelling it is neither an error nor a share. */
  private async toSystem({ id, text }: Prepared): Promise<void> {
    const copied = await copyText(text);
    const handed = await handToSystem(text);
    if (handed === 'shared') {
      this.tell('done', 'sheetSystemDone');
      await this.recordOpened(id);
    } else if (!copied) this.copyRefused(text);
    else if (handed === 'cancelled') this.tell('done', 'sheetSystemLeft');
    else this.tell('warn', 'sheetSystemRefused');
  }

  private async handOver(prepared: Prepared, pastes: boolean, network: string): Promise<void> {
    const { copied, opened } = await deliver(prepared);
    if (opened === false) {
      const again = () => void this.handOver(prepared, pastes, network);
      const words = this.say('sheetOpenAgain');
      this.tell(
        'warn',
        copied ? 'sheetPopupRefused' : 'sheetBothRefused',
        { network },
        { words, run: again },
      );
      return;
    }
    if (copied) this.tell('done', doneKey(prepared, pastes), { network });
    else this.copyRefused(prepared.text);
    if (copied || opened) await this.recordOpened(prepared.id);
  }

  private async copyAgain(text: string): Promise<void> {
    if (await copyText(text)) this.tell('done', 'sheetCopied');
    else this.copyRefused(text);
  }

  private copyRefused(text: string): void {
    const again = { words: this.say('sheetCopy'), run: () => void this.copyAgain(text) };
    this.tell('warn', 'sheetCopyRefused', {}, again);
  }

  private async recordOpened(id: string): Promise<void> {
    const reported = await this.ask('share.opened', { id, at: Date.now() });
    if (reported.ok) return;
    const again = { words: this.say('sheetTryAgain'), run: () => void this.recordOpened(id) };
    this.tell('warn', 'sheetUntold', { detail: reported.detail }, again);
  }

  private failed(
    { reason, detail }: Pick<Exclude<Answered<never>, { ok: true }>, 'reason' | 'detail'>,
    again: () => void,
  ): void {
    if (reason === 'gone') {
      const reload = { words: this.say('sheetReload'), run: () => location.reload() };
      this.tell('warn', 'sheetGone', {}, reload);
    } else this.tell('warn', 'sheetFailed', { detail }, { words: this.say('sheetTryAgain'), run: again });
  }

  private tell(tone: Note['tone'], key: SheetKey, values = {}, action: Note['action'] = null): void {
    this.note.value = { tone, words: this.say(key, values), action };
  }
}

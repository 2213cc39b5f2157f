// Questions that mention the reader, and wait for them. Comes with the first of them.
import { api } from '../../api/api';
import type { WaitingMentionPage } from '../../api/types';
import { act } from '../../stream/acting';
import { refHref } from '../../shell/router/router';
import { date } from '../../ui/times';
import { mentions as words } from '../../words/mentions';
import { t } from '../../words/words';
import type { Me, Waits } from '../feature';

export const asked = (all: WaitingMentionPage['items'], me: Me): Waits[] => [{
  heading: words.waiting,
  rows: all.map((one) => ({
    key: `${one.of.kind} ${one.of.id}`, title: one.title, href: refHref(me.w, one.of, one.page), note: t.activity.askedOn(me.nameOf(one.seat), date(new Date(one.at))),
    dismiss: { word: words.dismiss, label: words.dismissOf(one.title), act: () => act.post(api.at(me.w, 'mentions', one.of.kind, one.of.id, 'dismissal'), {}) },
  })),
}];

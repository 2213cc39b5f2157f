import { counted } from './counts.fr';
import type { FilteringWords } from './filtering.en';

export const filtering: FilteringWords = {
  filter: 'Filtrer', help: 'Comment filtrer', found: (n, all) => `${n} sur ${all}`, clear: 'Tout afficher de nouveau', bothReaders: 'Les mêmes mots servent dans l’API et dans les flux.',
  offers: {
    title: 'Ce qu’un filtre peut demander', help: 'Pendant que vous écrivez, les suites possibles sont proposées : les flèches y mènent, Entrée en prend une.', is: 'Où il en est', has: 'Ce qu’il a', opened: 'Quand il a été ouvert', changed: 'Quand il a été modifié', me: 'Moi',
    stands: { open: 'Ni fait ni décliné', closed: 'Fait ou décliné', overdue: 'En retard', mine: 'Attribué à moi', watched: 'Ce que je suis' },
    having: { due: 'Une date', assignee: 'Quelqu’un qui s’en occupe', label: 'Des étiquettes', checklist: 'Des choses à faire', reference: 'Une disposition citée' },
    week: 'D’ici une semaine, ou en retard', month: 'D’ici 31 jours, ou en retard', lastWeek: 'Ces 7 derniers jours', lastMonth: 'Ces 31 derniers jours',
  },
  wrong: {
    key: (term, key, known) => `« ${term} » n’est pas compris : la clé « ${key} » n’existe pas. Les clés connues sont ${known} ; les mots avec deux-points s’écrivent entre guillemets.`,
    value: (term, value, known) => `« ${term} » n’est pas compris : « ${value} » n’est aucun de : ${known}.`,
    days: (term) => `« ${term} » n’est pas compris : les jours s’écrivent comme <7d, >=2w, 2026-07-01, <2026-07-01 ou today.`,
    terms: (term, most) => `« ${term} » n’est pas compris : ${counted(most, 'un filtre a au plus # terme.', 'un filtre a au plus # termes.')}`,
    quote: (term) => `« ${term} » n’est pas compris : un guillemet n’est pas fermé.`,
    missing: (term) => `« ${term} » n’est pas compris : une valeur manque après les deux-points ou la virgule.`,
    values: (term, most) => `« ${term} » n’est pas compris : ${counted(most, 'un terme a au plus # valeur.', 'un terme a au plus # valeurs.')}`,
    long: (_, chars, most) => `${counted(chars, 'Ce filtre a # caractère', 'Ce filtre a # caractères')} ; ${counted(most, 'au plus # est lu.', 'au plus # sont lus.', 'au plus # sont lus.')}`,
  },
  actions: {
    hint: 'is:open kind:call réunion', mine: 'Les miennes', unanswered: 'Attend notre réponse', overdue: 'En retard', anyEvent: 'Tout événement',
    phrase: 'appel commun',
    stands: { open: 'Ni faite ni annulée', over: 'Faite ou annulée', overdue: 'En retard', mine: 'Ce dont je m’occupe', asked: 'Nous sommes invités à participer', unanswered: 'Nous sommes invités et n’avons pas répondu', taking_part: 'Nous participons', embargoed: 'Sous embargo' },
    having: { time: 'Une heure', place: 'Un lieu', link: 'Un lien pour participer', agenda: 'Un ordre du jour', outcome: 'Un résultat', reply: 'Une réponse de l’autorité' },
    keys: { asked: 'Qui est invité à participer', side: 'De quel côté on s’en occupe', starts: 'Quand elle commence', due: 'Pour quand', by: 'Prévue par', planned: 'Quand elle a été prévue', place: 'Où', nextWeek: 'Dans les 7 prochains jours', nextMonth: 'Dans les 31 prochains jours' },
    examples: { open: 'Ni faites ni annulées', event: 'Revues, appels, conférences de presse et réunions', state: 'Dans l’un de ces états', owner: 'Les miennes ; aussi un nom', due: 'D’ici une semaine, ou passées', starts: 'Commence dans ces jours', org: 'Les siennes, ou demandées à elle et non déclinées', asked: 'Elle est invitée à participer', strategy: 'Par cette stratégie', not: 'Sans ce qui est en retard', words: 'Ces mots, dans le titre, le texte, le lieu ou l’ordre du jour' },
  },
};

import { counted } from './counts.fr';
import type { FilteringWords } from './filtering.en';

export const filtering: FilteringWords = {
  filter: 'Filtrer', help: 'Aide sur les filtres', found: (n, all) => `${n} sur ${all}`, clear: 'Effacer le filtre', bothReaders: 'Les mêmes termes servent dans l’API et dans les flux.',
  offers: {
    title: 'Termes du filtre', help: 'Des suggestions apparaissent pendant la saisie. Flèches pour se déplacer, Entrée pour choisir.', is: 'Situation', has: 'Comporte', opened: 'Ouverture', changed: 'Dernière modification', me: 'Moi',
    stands: { open: 'Ni terminé ni écarté', closed: 'Terminé ou écarté', overdue: 'En retard', mine: 'Confié à moi', watched: 'Suivi par moi' },
    having: { due: 'Échéance', assignee: 'Personne responsable', label: 'Étiquettes', checklist: 'Liste de tâches', reference: 'Disposition citée' },
    week: 'D’ici une semaine, ou en retard', month: 'D’ici 31 jours, ou en retard', lastWeek: 'Ces 7 derniers jours', lastMonth: 'Ces 31 derniers jours',
  },
  wrong: {
    key: (term, key, known) => `« ${term} » n’est pas valable : la clé « ${key} » n’existe pas. Clés possibles : ${known}. Mettez entre guillemets les mots avec deux-points.`,
    value: (term, value, known) => `« ${term} » n’est pas valable : « ${value} » n’est pas possible ici. Valeurs possibles : ${known}.`,
    days: (term) => `« ${term} » n’est pas valable. Écrivez les jours comme <7d, >=2w, 2026-07-01, <2026-07-01 ou today.`,
    terms: (term, most) => `« ${term} » est de trop. ${counted(most, 'La limite est de # terme.', 'La limite est de # termes.')}`,
    quote: (term) => `« ${term} » n’est pas valable : un guillemet n’est pas fermé.`,
    missing: (term) => `« ${term} » n’est pas valable : une valeur manque après les deux-points ou la virgule.`,
    values: (term, most) => `« ${term} » a trop de valeurs. ${counted(most, 'La limite est de # valeur.', 'La limite est de # valeurs.')}`,
    long: (_, chars, most) => `${counted(chars, 'Ce filtre a # caractère.', 'Ce filtre a # caractères.')} ${counted(most, 'La limite est de #.', 'La limite est de #.', 'La limite est de #.')}`,
  },
  actions: {
    hint: 'is:open kind:call réunion', mine: 'Les miennes', unanswered: 'Attend notre réponse', overdue: 'En retard', anyEvent: 'Tout événement',
    phrase: 'appel commun',
    stands: { open: 'Ni terminée ni annulée', over: 'Terminée ou annulée', overdue: 'En retard', mine: 'J’en suis responsable', asked: 'On nous sollicite', unanswered: 'On nous sollicite, sans réponse de notre part', taking_part: 'Nous participons', embargoed: 'Sous embargo' },
    having: { time: 'Une heure', place: 'Un lieu', link: 'Un lien pour participer', agenda: 'Un ordre du jour', outcome: 'Un résultat', reply: 'Une réponse de l’autorité' },
    keys: { asked: 'Organisations sollicitées', side: 'Côté de la personne responsable', starts: 'Début', due: 'Échéance', by: 'Prévue par', planned: 'Date de planification', place: 'Lieu', nextWeek: 'Dans les 7 prochains jours', nextMonth: 'Dans les 31 prochains jours' },
    examples: { open: 'Ni terminées ni annulées', event: 'Examens, appels, conférences de presse et réunions', state: 'Dans l’un de ces états', owner: 'Les miennes ; aussi un nom', due: 'D’ici une semaine, ou en retard', starts: 'Commence dans ces jours', org: 'Les siennes, ou celles où elle est sollicitée sans avoir refusé', asked: 'Elle est sollicitée', strategy: 'Avec cette stratégie', not: 'Sans celles en retard', words: 'Ces mots, dans le titre, le texte, le lieu ou l’ordre du jour' },
  },
};

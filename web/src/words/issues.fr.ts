// The words of issues and of the filter over a tracker in French. Their glossary is that of fr.ts.
import { counted } from './counts.fr';
import type { IssuesWords } from './issues.en';

export const issues: IssuesWords = {
  type: 'Type', priority: 'Priorité', labels: 'Étiquettes', noLabels: 'Aucune étiquette', labelFirst: 'Ajouter des étiquettes', labelsHelp: 'Séparées par des virgules', reference: 'Disposition citée', setReference: 'Citer une disposition',
  assignMe: (label) => `Me confier ${label}`,
  document: 'Document', part: 'Partie', number: 'Numéro', quote: 'Ses mots',
  checklist: 'Choses à faire', checked: (done, all) => counted(done, `# sur ${all} faite`, `# sur ${all} faites`, `# sur ${all} faites`), checklistFirst: 'Ajouter des choses à faire', addCheck: 'Ajouter une ligne', newCheck: 'Qu’y a-t-il à faire ?', removeCheck: (line) => `Enlever : ${line}`,
  follow: 'Suivre', unfollow: 'Ne plus suivre', followers: (n) => counted(n, '# personne suit', '# personnes suivent'), followHelp: 'Qui suit un dossier apprend par courriel ce qui s’y passe.',
  relations: 'En lien avec', relateFirst: 'Lier un autre dossier', relate: 'Ajouter', relateTo: 'Référence de l’autre dossier', takeBack: (label) => `Retirer : ${label}`, kind: 'De quelle façon',
  kinds: { BLOCKS: ['Bloque', 'Est bloqué par'], DUPLICATES: ['Est le même que', 'A pour doublon'], CHILD_OF: ['Fait partie de', 'Comprend'], RELATES: ['Est en lien avec', 'Est en lien avec'], EVIDENCED_BY: ['Est attesté par', 'Atteste'] },
  relateEvidence: 'Référence d’un dossier, ou adresse d’une page d’ici',
  elsewhere: { thread: 'Un fil', entry: 'Un message', update: 'Une nouvelle', action: 'Une action' },
  filterHint: 'is:open label:retrait assignee:me',
  sort: 'Ordre', sorts: { usual: 'Par état, puis date', due: 'Échéance d’abord', priority: 'Les plus pressants d’abord', changed: 'Derniers modifiés d’abord', opened: 'Les plus récents d’abord', title: 'Par titre' },
  group: 'Groupes', groups: { none: 'Aucun', state: 'Par état', assignee: 'Par personne', priority: 'Par priorité', label: 'Par étiquette', type: 'Par type', due: 'Par échéance' },
  dues: { overdue: 'En retard', week: 'Sous 7 jours', month: 'Sous 31 jours', later: 'Plus tard', none: 'Sans date' }, coming: (n) => `${counted(n, '# dossier lu', '# dossiers lus')}, la suite arrive`,
  chosenOnes: 'La sélection', choose: (label) => `Sélectionner ${label}`, chosen: (n) => counted(n, '# sélectionné', '# sélectionnés'), change: 'Modifier…', chooseAll: 'Sélectionner tout ce qui est affiché', chooseAllShort: 'Tout', chooseNone: 'Ne rien sélectionner',
  changeMany: (n) => `Modifier ${counted(n, '# dossier', '# dossiers')}`, changeHelp: 'Ce que vous laissez tel quel ici reste tel quel dans chacun d’eux.', asItIs: 'Tel quel', assignAnew: 'Confier plutôt à', addLabels: 'Ajouter des étiquettes', removeLabels: 'Retirer des étiquettes',
  changing: (done, all) => `Modification : ${done} sur ${all}`, changed: (n) => counted(n, '# dossier modifié', '# dossiers modifiés'), undone: (n) => `Annulé dans ${counted(n, '# dossier', '# dossiers')}`, notChanged: (n) => counted(n, '# n’a pas été modifié', '# n’ont pas été modifiés', '# n’ont pas été modifiés'),
  manyLabels: (most) => counted(most, 'Au plus # étiquette.', 'Au plus # étiquettes.'), longLabel: (most) => counted(most, 'Une étiquette a au plus # caractère.', 'Une étiquette a au plus # caractères.'),
  waiting: 'Ce qui m’attend', overdue: 'En retard', unassigned: 'Personne pour l’instant', calendar: 'Calendrier', noDates: 'Aucun dossier affiché ici n’a de date.',
  examples: [
    ['is:open', 'Ni terminé ni écarté'], ['state:waiting,triage', 'Dans l’un de ces états'], ['assignee:me', 'Les miens ; aussi assignee:none, ou un nom'], ['due:<7d', 'Échéance d’ici une semaine, ou en retard'],
    ['label:"petites plateformes"', 'Avec cette étiquette'], ['org:"Press Union"', 'Confié à quelqu’un de cette organisation'], ['priority:urgent,high', 'L’une de ces priorités'], ['-label:presse', 'Sans cette étiquette'], ['"sous 24 heures"', 'Ces mots, dans le titre, le texte ou la disposition'],
  ],
};

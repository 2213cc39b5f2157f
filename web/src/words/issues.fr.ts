// The words of issues and of the filter over a tracker in French. Their glossary is that of fr.ts.
import { counted } from './counts.fr';
import type { IssuesWords } from './issues.en';

export const issues: IssuesWords = {
  type: 'Type', priority: 'Priorité', labels: 'Étiquettes', noLabels: 'Aucune étiquette', labelFirst: 'Ajouter des étiquettes', labelsHelp: 'Séparées par des virgules', reference: 'Disposition citée', setReference: 'Citer une disposition',
  assignMe: (label) => `Me confier ${label}`,
  document: 'Document', part: 'Partie', number: 'Numéro', quote: 'Citation',
  checklist: 'Liste de tâches', checked: (done, all) => counted(done, `# sur ${all} faite`, `# sur ${all} faites`, `# sur ${all} faites`), checklistFirst: 'Ajouter une liste de tâches', addCheck: 'Ajouter une tâche', newCheck: 'Nouvelle tâche', removeCheck: (line) => `Enlever : ${line}`,
  follow: 'Suivre', unfollow: 'Ne plus suivre', followers: (n) => counted(n, '# personne suit', '# personnes suivent'), followHelp: 'Les personnes qui suivent un dossier sont notifiées par courriel.',
  relations: 'Dossiers liés', relateFirst: 'Lier un autre dossier', relate: 'Ajouter', relateTo: 'Référence de l’autre dossier', takeBack: (label) => `Retirer : ${label}`, kind: 'Lien',
  kinds: { BLOCKS: ['Bloque', 'Est bloqué par'], DUPLICATES: ['Doublon de', 'A pour doublon'], CHILD_OF: ['Fait partie de', 'Comprend'], RELATES: ['En lien avec', 'En lien avec'], EVIDENCED_BY: ['A pour preuve', 'Est une preuve de'] },
  relateEvidence: 'Référence d’un dossier, ou adresse d’une page d’ici',
  elsewhere: { thread: 'Un fil', entry: 'Un message', update: 'Une communication', action: 'Une action' },
  filterHint: 'is:open label:retrait assignee:me',
  sort: 'Ordre', sorts: { usual: 'Par état, puis échéance', due: 'Échéance d’abord', priority: 'Priorité la plus haute d’abord', changed: 'Derniers modifiés d’abord', opened: 'Les plus récents d’abord', title: 'Par titre' },
  group: 'Grouper par', groups: { none: 'Aucun', state: 'État', assignee: 'Personne', priority: 'Priorité', label: 'Étiquette', type: 'Type', due: 'Échéance' },
  dues: { overdue: 'En retard', week: 'Sous 7 jours', month: 'Sous 31 jours', later: 'Plus tard', none: 'Sans échéance' }, coming: (n) => `${counted(n, '# dossier chargé', '# dossiers chargés')}, la suite arrive`,
  chosenOnes: 'La sélection', choose: (label) => `Sélectionner ${label}`, chosen: (n) => counted(n, '# sélectionné', '# sélectionnés'), change: 'Modifier…', chooseAll: 'Tout sélectionner', chooseAllShort: 'Tout', chooseNone: 'Effacer la sélection',
  changeMany: (n) => `Modifier ${counted(n, '# dossier', '# dossiers')}`, changeHelp: 'Les champs que vous laissez tels quels ne changent dans aucun dossier.', asItIs: 'Sans changement', assignAnew: 'Confier à', addLabels: 'Ajouter des étiquettes', removeLabels: 'Retirer des étiquettes',
  changing: (done, all) => `Modification : ${done} sur ${all}`, changed: (n) => counted(n, '# dossier modifié', '# dossiers modifiés'), undone: (n) => `Annulé dans ${counted(n, '# dossier', '# dossiers')}`, notChanged: (n) => counted(n, '# n’a pas été modifié', '# n’ont pas été modifiés', '# n’ont pas été modifiés'),
  manyLabels: (most) => counted(most, 'La limite est de # étiquette.', 'La limite est de # étiquettes.'), longLabel: (most) => counted(most, 'La limite pour une étiquette est de # caractère.', 'La limite pour une étiquette est de # caractères.'),
  waiting: 'Ce qui m’attend', overdue: 'En retard', unassigned: 'Non confié', calendar: 'Calendrier', noDates: 'Aucun dossier affiché ici n’a d’échéance.',
  examples: [
    ['is:open', 'Ni terminé ni écarté'], ['state:waiting,triage', 'Dans l’un de ces états'], ['assignee:me', 'Confiés à moi ; aussi assignee:none, ou un nom'], ['due:<7d', 'Échéance d’ici une semaine, ou en retard'],
    ['label:"petites plateformes"', 'Avec cette étiquette'], ['org:"Press Union"', 'Confié à quelqu’un de cette organisation'], ['priority:urgent,high', 'L’une de ces priorités'], ['-label:presse', 'Sans cette étiquette'], ['"sous 24 heures"', 'Ces mots, dans le titre, le texte ou la disposition'],
  ],
};

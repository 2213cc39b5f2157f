// Les mots des réglages : de l’espace, d’une liste, d’un tableau de suivi, d’une organisation.
import type { SettingsWords } from './settings.en';

export const settings: SettingsWords = {
  title: 'Réglages',
  lead: 'Chaque modification figure dans le journal d’audit, que tous les membres peuvent lire.', onlyConvenors: 'Seule la coordination peut modifier ces réglages.',
  words: 'Nom et description', name: 'Nom', description: 'Description',
  nameHelp: { list: 'L’adresse et les liens restent les mêmes.', tracker: 'La clé, l’adresse et les liens restent les mêmes.', organisation: 'Le nom court et les liens restent les mêmes.' },
  descriptionHelp: 'À quoi cela sert, en une ou deux phrases.', organisationHelp: 'Ce que fait cette organisation, en une ou deux phrases. Tous les membres peuvent le lire.',
  nameByConvenors: 'Seule la coordination peut changer le nom.',
  saved: 'Enregistré.', before: (name) => `Enregistré. Le nom précédent était « ${name} ».`, undone: 'Modification annulée.', discard: 'Abandonner les modifications',
  unsaved: 'Modifications non enregistrées', unsavedHelp: 'Vous avez modifié des réglages sur cette page sans les enregistrer.', leave: 'Quitter sans enregistrer', restored: 'Vos modifications non enregistrées sont toujours là.',
  current: 'Version actuelle', everyoneReads: 'Tous les membres peuvent lire ceci.', nobody: 'Pas encore de description.',
  workspace: {
    words: 'À propos de cet espace', name: 'Nom de l’espace', nameHelp: 'Affiché sur chaque page et dans les courriels. Le nom court, les liens et les adresses restent les mêmes.',
    purpose: 'Objet', purposeHelp: 'Une ou deux phrases, affichées dans le guide d’accueil.', welcome: 'Texte de bienvenue', welcomeHelp: 'Ce que les nouveaux membres lisent d’abord : à quoi sert cet espace, qui est là, par où commencer.',
    languages: 'Langues', languagesHelp: 'Les langues dans lesquelles on écrit ici.', addLanguage: 'Ajouter une langue…', removeLanguage: (name) => `Retirer : ${name}`,
    audience: 'Visibilité par défaut', audienceHelp: 'Qui peut lire un nouveau message, dossier, communication ou action dans un lieu ouvert à tout le monde, sauf choix de son auteur. Chacun peut toujours restreindre la visibilité.',
    usual: { OWN_SIDE: 'Le côté de l’auteur', EVERYONE: 'Tout le monde' },
    usualHelp: { OWN_SIDE: 'La société civile écrit à la société civile. Une entreprise écrit à la société civile et à elle-même.', EVERYONE: 'Tout est visible par toutes les entreprises, sauf si l’auteur pense à restreindre la visibilité.' },
    usualSaved: { OWN_SIDE: 'Par défaut, les nouveaux éléments sont visibles par le côté de leur auteur.', EVERYONE: 'Par défaut, les nouveaux éléments sont visibles par tout le monde.' }, saveAudience: 'Enregistrer',
    moderation: 'Modération', moderationHelp: 'Les listes et les membres dont les messages attendent une approbation.', moderationOpen: 'Ouvrir la modération',
    places: 'Listes, tableaux de suivi et organisations', placesHelp: 'Chacun a ses propres réglages.', lists: 'Listes', trackers: 'Tableaux de suivi', organisations: 'Organisations', none: 'Aucun pour l’instant',
    peopleOpen: 'Invitations et rôles', audit: 'Journal d’audit',
  },
  list: { mail: 'Courriels de cette liste', layout: 'Présentation des courriels…', privacy: 'Confidentialité des courriels…', moderation: 'Modération', import: 'Importer une archive' },
};

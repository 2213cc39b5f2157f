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
  closing: {
    archived: (day) => `Archivé depuis le ${day}`, archive: { list: 'Archiver la liste', tracker: 'Archiver le tableau', organisation: 'Archiver', workspace: 'Fermer l’espace' },
    reopen: { list: 'Rouvrir la liste', tracker: 'Rouvrir le tableau', organisation: 'Rouvrir', workspace: 'Rouvrir l’espace' },
    title: { list: 'Archiver cette liste', tracker: 'Archiver ce tableau de suivi', organisation: 'Archiver cette organisation', workspace: 'Fermer cet espace de travail' },
    done: { list: 'Liste archivée.', tracker: 'Tableau archivé.', organisation: 'Organisation archivée.', workspace: 'Espace fermé.' },
    opened: { list: 'Liste rouverte.', tracker: 'Tableau rouvert.', organisation: 'Organisation rouverte.', workspace: 'Espace rouvert.' },
    what: {
      list: ['Plus rien ne peut y être publié : ni dans le navigateur, ni par l’API, ni par courriel. Un courriel à son adresse reçoit une réponse qui dit pourquoi, et personne d’autre ne le reçoit.', 'Elle passe sous « Archives » dans la page des listes. Les mêmes personnes peuvent y lire et y chercher tout ce qui s’y trouve.', 'Les courriels en attente d’approbation y restent. Ils pourront être approuvés quand la liste sera rouverte.'],
      tracker: ['Aucun dossier ne peut y être créé, modifié ou commenté : ni dans le navigateur, ni par l’API, ni par courriel. Un courriel à son adresse reçoit une réponse qui dit pourquoi.', 'Il passe sous « Archives » dans la page des tableaux de suivi. Les mêmes personnes peuvent y lire, y chercher et en exporter tout ce qui s’y trouve.', 'Les rappels d’échéance attendent que le tableau soit rouvert.'],
      organisation: ['Ses membres gardent leur accès et lisent ce qu’ils lisent aujourd’hui, aussi par courriel. Ils ne peuvent ni publier, ni voter, ni modifier quoi que ce soit.', 'Personne d’autre ne peut la rejoindre : ses invitations ouvertes ne peuvent pas être acceptées.', 'Elle passe sous « Archives » dans la page des membres. Pour qu’une personne ne lise plus, il faut mettre fin à son accès.'],
      workspace: ['Personne ne peut publier, modifier ou approuver quoi que ce soit : ni dans le navigateur, ni par l’API, ni par courriel. Un courriel reçoit une réponse qui dit pourquoi, et personne d’autre ne le reçoit.', 'Tous les membres lisent, cherchent et exportent ce qu’ils lisent aujourd’hui. Il reste possible de mettre fin à un accès.', 'Ce qui est prévu à une date, comme les rappels et les communications programmées, attend que l’espace soit rouvert.'],
    },
    undo: 'La coordination peut rouvrir à tout moment. Les deux figurent dans le journal d’audit.', exportFirst: 'Vous pouvez d’abord enregistrer une copie.', confirm: 'Fermer l’espace ?',
    note: { list: 'Cette liste est archivée. Vous pouvez y lire et y chercher tout ; rien de nouveau ne peut y être publié.', tracker: 'Ce tableau de suivi est archivé. Vous pouvez y lire, y chercher et en exporter tout ; rien ne peut y être modifié.', organisation: 'Votre organisation est archivée. Vous lisez tout comme avant ; vous ne pouvez ni publier ni modifier quoi que ce soit.', workspace: 'Cet espace de travail est fermé. Vous pouvez lire, chercher et exporter comme avant ; rien ne peut être modifié.', other: 'Cette organisation est archivée. Ses membres lisent comme avant, et rien de nouveau n’en vient.' },
    ask: 'Une personne de la coordination peut rouvrir.', settings: 'Ouvrir les réglages',
  },
  list: {
    mail: 'Courriels de cette liste', layout: 'Présentation des courriels…', layoutTitle: 'Présentation', layoutHelp: 'Étiquette de l’objet, destination des réponses, pied de page, plus grand fichier joint, et délai pendant lequel un message peut être annulé avant son envoi.',
    privacy: 'Confidentialité des courriels…', privacyTitle: 'Confidentialité', privacyHelp: 'Ce que les courriels montrent de leurs auteurs et de leurs lecteurs : adresses, images d’autres sites, lieu et heure dans les images, courriels signés.',
    moderation: 'Modération', moderationHelp: 'Si les messages attendent l’accord de la coordination, et ce que deviennent les courriels de personnes qui ne peuvent pas écrire ici.', moderationOpen: 'Membres modérés',
    importTitle: 'Archives d’ailleurs', importHelp: 'Les messages d’une ancienne liste sont ajoutés ici. Personne ne reçoit de courriel.', import: 'Importer une archive',
  },
};

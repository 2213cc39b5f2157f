package org.caucus.messaging.inbound.pipeline;

import java.util.Set;
import org.caucus.coalition.moderation.SpoofingReasons;
import org.caucus.mail.auth.AuthenticatedOrigin;

/** Every sentence that people are told about a letter, in one place; none names what exists. */
public final class RefusalMessages {
  /** Held; the same for a stranger and for a member who may not write there. */
  public static final String STRANGER =
      "The sender's address does not belong to someone who can write here.";

  /** Held. */
  public static final String UNPROVEN =
      "Nothing proves that this letter comes from the address it names. Did you write it?";

  /** Held. */
  public static final String ASKS_EVERYONE =
      "This list asks every author whether they wrote what came in their name. Did you write it?";

  /** What was found about the host a letter came from; nothing if nothing follows from it. */
  public static String of(AuthenticatedOrigin origin) {
    return switch (origin) {
      case UNKNOWN, SIGNED, SENT -> "";
      case LOOSE ->
          "The domain it is written in the name of signed its words, but not all that says how they"
              + " are read, what they answer and to whom they go; or it signed them more than five"
              + " days ago.";
      case ELSEWHERE ->
          "It was handed over by a server for another domain than the one it is written in the name"
              + " of, and that domain did not sign it.";
      case UNSAID ->
          "The domain it is written in the name of does not say that the server it came from sends"
              + " for it (SPF), and did not sign it.";
      case FORBIDDEN -> SpoofingReasons.HOST;
      case DISOWNED -> SpoofingReasons.POLICY;
      case OPEN ->
          "The domain it is written in the name of lets every server send for it (SPF), so that"
              + " proves nothing.";
      case BROKEN ->
          "What the domain it is written in the name of says of its servers (SPF) has a mistake in"
              + " it.";
      case UNANSWERED ->
          "Which servers send for the domain it is written in the name of (SPF) could not be found"
              + " out: the name servers did not answer.";
    };
  }

  /** Held. */
  public static final String SECOND =
      "Another letter of yours with the same Message-ID is here. Each letter has its own, so"
          + " somebody may have sent this one again with other words. Did you write it?";

  /**
   * Why its author is most likely another, as the host it came from shows or one in front found.
   */
  public static String denial(AuthenticatedOrigin origin) {
    return origin == AuthenticatedOrigin.FORBIDDEN ? SpoofingReasons.HOST : SpoofingReasons.POLICY;
  }

  /** Reasons that leave open who wrote it. */
  public static final Set<String> ASKS_AUTHOR = Set.of(UNPROVEN, ASKS_EVERYONE, SECOND);

  /** Held. */
  public static final String OTHERS_TICKET =
      "The letter came to an answer address that was made for another seat.";

  /** Refused. */
  public static final String OTHERS_POLL =
      "This answers a poll, and counts only from a member's own address, in answer to the letter"
          + " that was sent to them. Nothing was counted, and nobody has read it.";

  /** Held. */
  public static final String NARROWER =
      "It answers something that fewer people can read than would read this letter.";

  /** Held. */
  public static final String WIDENED =
      "More people can read it now than when what it answers was sent to you. Do you mean it for"
          + " all of them?";

  /** Held. */
  public static final String CHANGES =
      "More people can read what it answers than its words. They see what it changes there, and not"
          + " the words. Do you mean it?";

  /** Held: what opens something to more people is asked about, as it is in the browser. */
  public static final String OPENS =
      "It says when more people are to read the action. Do you mean it?";

  /** Held. */
  public static final String BESIDE_A_TITLE =
      "Its subject sets something, and what it answers is called by a name with brackets. Do you"
          + " mean to change what stands in the last ones?";

  /** Held. */
  public static final String LOST_THREAD =
      "It looks like an answer in a conversation with fewer readers, but does not say which.";

  /** Held. */
  public static final String QUOTES =
      "It quotes words that fewer people can read than would read this letter.";

  /** Held; the same for one who is not here and for one who cannot read this. */
  public static final String OUTSIDER =
      "It names somebody in To or Cc who cannot read it here. Anyone who answers to all would write"
          + " to them as well.";

  /** Held. */
  public static final String TWO_PLACES =
      "It went to more than one address here, and not the same people read at each.";

  /** Refused: the same to the person who may not, and for whom there is nobody. */
  public static final String NO_MEMBER =
      "This address does not lead to anybody for you, or not any more.";

  /** Refused. */
  public static final String NOT_PROVEN =
      "Nothing proves that this letter comes from the address it names. Send it through the server"
          + " of your own mail provider.";

  /** Refused. */
  public static final String UNKNOWN_AUDIENCE =
      "Its first line asks for an audience in words that are not known here, so nothing was posted."
          + " Known are: Audience: everyone; civil society; with COMPANY; only COMPANY; or people"
          + " by their names, with commas between them.";

  /** Refused. */
  public static final String TWO_AUDIENCES =
      "It says twice who is to read it, so nothing was posted. Leave one of the lines Audience"
          + " out.";

  /** Refused. */
  public static final String AUDIENCE_BELOW =
      "A line of it says who is to read it, but stands below a greeting or other words, where it is"
          + " not read, so nothing was posted. Put it above all else, as the first line. If you do"
          + " not mean it so, put another word for Audience.";

  /** Refused. */
  public static final String LINES_BELOW =
      "Lines of it that ask for something stand below a greeting or other words, where they are not"
          + " read, so nothing was posted. Put them above all else.";

  /** Refused; the reason follows. */
  public static final String AUDIENCE_REFUSED =
      "Its first line asks for an audience that it cannot have here, so nothing was posted. ";

  /** Refused; the reason follows. Nothing of the letter stands in it. */
  public static final String ASKS_WRONGLY =
      "What it asks of the issue is not understood, so nothing was posted. ";

  /** Refused; the reason follows. Nothing of the letter stands in it. */
  public static final String ASKS_UPDATE_WRONGLY =
      "What it asks of the update is not understood, so nothing was drafted. ";

  /** Refused; the reason follows. Nothing of the letter stands in it. */
  public static final String ASKS_COURSE_WRONGLY =
      "What is to become of the update is not understood, so nothing was changed or posted. ";

  /** Refused; the same to the person who reads the update without being of its company. */
  public static final String OTHERS_COURSE =
      "It begins with a line by which a company corrects or retracts its own update, or says how"
          + " far it is, and this is no update of yours, so nothing was posted. If you mean it as"
          + " words, begin with other ones.";

  /** Refused. */
  public static final String COURSE_FOR_ALL =
      "What becomes of an update is read by all who read the update, so nothing was changed. Leave"
          + " out the line Audience, or say it to fewer in an answer that changes nothing.";

  /** Refused; the reason follows. Nothing of the letter stands in it. */
  public static final String ASKS_ACTION_WRONGLY =
      "What it asks of the action is not understood, so nothing was planned. ";

  /** Its author is told, and it is posted a minute later. */
  public static final String ANNOUNCED =
      "Brackets in its subject change something. Nobody else sees that for a minute.";

  /** Its author is asked: so many changes are easily not their own. */
  public static final String MANY_ANNOUNCED =
      "Brackets in its subject change something, and so did those of 20 other letters of yours"
          + " within a day. It waits for your word.";

  /** Refused. */
  public static final String ONLY_OF_AGENCY =
      "On and more say when an agency answered, so nothing was changed. Put +agency before the @ of"
          + " the address, and write what it answered.";

  /** Refused. */
  public static final String ONLY_OF_AGENDA =
      "Agenda=replace says that your words are the agenda from now on, so nothing was changed. Put"
          + " +agenda before the @ of the address, and write the agenda.";

  /** Refused. */
  public static final String SAY_AUDIENCE =
      "It does not say who is to read the action, so nothing was planned. Say it in a line at the"
          + " head: Audience: everyone; civil society; with COMPANY; only COMPANY; or people by"
          + " their names, with commas between them.";

  /** Refused. */
  public static final String NAME_WHO_KNOWS =
      "Under an embargo only people who are named read of it, so nothing was planned. Name them in"
          + " the line Audience, with commas between them. Who reads it afterwards stands behind"
          + " the hour in the line Embargo.";

  /** Refused. */
  public static final String OBSERVERS_PLAN_NOTHING =
      "Observers read along; they do not plan. Ask a convenor.";

  /** Refused. */
  public static final String PLANNED_UNREAD =
      "A convenor reads first what you post, and an action cannot wait for one. Say it on a list or"
          + " in a comment.";

  /** Refused. */
  public static final String WHICH_PLANNER =
      "You have more than one seat here, so it must be said for which organisation you plan, and"
          + " nothing was planned. Put a dot and the short name of your organisation before the @,"
          + " as in workspace+actions.organisation@, and send it again.";

  /** Refused; the same whether there is such an organisation or not. */
  public static final String NOT_YOUR_PLANNER =
      "What stands behind the dot of the address is no organisation for which you have a seat here,"
          + " so nothing was planned.";

  /** Refused; the same whether it answers nothing or what its sender cannot read. */
  public static final String ANSWERS_NO_ISSUE =
      "It came to an address that changes the issue a letter answers, and it answers none that is"
          + " known here, so nothing was posted. Answer a letter about that issue, or write its"
          + " label into the subject, as in [COP-12].";

  /** Refused. */
  public static final String VERB_NOT_HERE =
      "It came to an address that changes an issue, and what it answers is not an issue, so nothing"
          + " was posted. Take the plus sign and the word behind it out of the address.";

  /** Refused. */
  public static final String NO_STATE_YET =
      "It asks for the state of an issue that it opens, so nothing was posted. New issues begin"
          + " where their tracker says. Leave the state out.";

  /** Refused. */
  public static final String TWO_STATES =
      "It asks for two things that cannot both be, so nothing was posted. Leave one of them out.";

  /** Held. */
  public static final String OBSERVER = "Observers read along; a convenor decides about this one.";

  /** Held. */
  public static final String DRAFT =
      "It is a draft of your company's update. It is published when you confirm it.";

  /** Held. */
  public static final String UNPROCESSED =
      "This letter could not be processed. Its original is kept as it came.";

  /** Refused. */
  public static final String UNREAD =
      "This letter could not be read, so nothing came of it. Send it again in a simpler form: plain"
          + " text, with fewer or smaller parts.";

  /** Held. */
  public static final String ENDED =
      "The server ended while it read this letter, perhaps because of it, so it is not read again"
          + " by itself. Its original is kept as it came.";

  /** Held. */
  public static final String SAME_AGAIN =
      "The same words were posted ten times within an hour, as by a mail program that has gone"
          + " astray. A convenor looks first.";

  /** Held. */
  public static final String TOO_MANY =
      "More than 2,000 letters came from this member within an hour. A convenor looks first.";

  /** Held. */
  public static final String LIKE_A_MACHINES =
      "A header of this letter is one that programs write; letters of people have it, too. A"
          + " convenor looks first.";

  /** Held. */
  public static final String LIKE_AN_AWAY_MESSAGE =
      "It reads like an automatic reply, as programs send it while somebody is away. Did you write"
          + " it for people to read?";

  /** Reasons that speak of what the sender can read and others may not: for the sender alone. */
  public static final Set<String> SENDERS_OWN =
      Set.of(NARROWER, WIDENED, CHANGES, OPENS, LOST_THREAD, QUOTES, OUTSIDER, TWO_PLACES);

  /** Refused; said to the mailbox alone, no matter who reads it now. */
  public static final String ENDED_ADDRESS =
      "The address it was written from is not used here any more, so nothing was posted. Write from"
          + " another address that stands on your account page.";

  /** Refused; names no organisation, for it is kept where others may read it. */
  public static final String WHICH_SEAT =
      "You have more than one seat here, so it must be said for which organisation you write, and"
          + " nothing was posted. Put a plus sign and the short name of your organisation before"
          + " the @, as in list+organisation@, and send it again.";

  /** Refused; the same whether there is such an organisation or not. */
  public static final String NOT_YOUR_SEAT =
      "What stands behind the plus sign of the address is no organisation for which you have a seat"
          + " that can write here, so nothing was posted.";

  /** Refused. */
  public static final String ONE_AUTHOR =
      "A letter needs exactly one author in its From line. Send it again with one.";

  /** Refused. */
  public static final String UPDATES_ONLY =
      "This address takes letters from certain people only, and yours is not one of theirs.";

  /** Refused; the same for a stranger and for a member who may not write there. */
  public static final String MEMBERS_ONLY =
      "This list takes letters from certain people only, and yours is not one of their addresses.";

  /** Refused. */
  public static final String SECRET =
      "It carries a code that decides about a letter that waits. To keep it from all who read here,"
          + " nothing was posted. Take the code out and send it again.";

  /** Its sender is asked. */
  public static final String PICTURES =
      "It has a picture (HEIC, AVIF, TIFF or a broken one) or a broken office document that may"
          + " tell who made it, where, when and with what, and nothing can be taken out. Shall it"
          + " be sent as it is?";

  /** Refused: it cannot be changed. */
  public static final String TICKETS =
      "It is signed and carries addresses or links by which your own mail is answered or stopped,"
          + " as from a copy that you attached. They cannot be taken out of what is signed, so"
          + " nothing was posted. Send it without them.";

  /** Refused; its sender can read what it quotes. */
  public static final String OFF_RECORD =
      "It quotes what a company said off record, for people who cannot read that, so nothing was"
          + " posted. Take the quote out and send it again, or ask the company.";

  /** Refused. */
  public static final String NO_WORD =
      "No decision was made: the first line must be approve, reject or discard. The author"
          + " of a letter that waits takes it back with withdraw.";

  /** Refused; the same for none, for a forged one, and for one that was made for somebody else. */
  public static final String NO_CODE =
      "No decision was made: the letter carries no code that is good from this address.";

  /** Refused. */
  public static final String MANY_CODES =
      "No decision was made: the letter carries several codes. Write the right one behind"
          + " the word.";

  /** Refused. */
  public static final String DECIDED =
      "It changed nothing: the letter it is about is decided already, or its time is over.";

  /** Refused. */
  public static final String DRAFT_DECIDED =
      "It changed nothing: the draft it is about was changed, published, sent back or discarded"
          + " since.";

  /** Refused. */
  public static final String NO_WORD_OF_DRAFT =
      "No decision was made: answer a draft with approve or reject alone on the first line.";

  /** Refused. */
  public static final String NOTE_QUOTES =
      "No decision was made: what it says to the sender quotes words that they cannot read.";

  /** As {@link #NOTE_QUOTES}. */
  public static final String LONG_NOTE =
      "No decision was made: what it says to the sender has more than 2,000 characters, or"
          + " carries a code that must not be passed on.";

  /** Refused. */
  public static final String OTHER_EVENT =
      "The calendar answers another event than the one this address is for. Open the invitation"
          + " again and answer from there.";

  /** Refused. */
  public static final String UNREAD_CALENDAR =
      "The calendar's answer could not be read: it must answer for one person, accept, decline or"
          + " say maybe, and have at most 256 KiB. Answer with the one word yes, maybe or no"
          + " instead.";

  /** Refused. */
  public static final String OTHER_TIME =
      "The calendar proposes another time, which nobody would have seen. Say in words when you"
          + " could come, or answer with the one word yes, maybe or no.";

  /** Refused. */
  public static final String MOVED_EVENT =
      "The time was changed, or it was called off, since the invitation that the calendar answers."
          + " Open the newest one and answer from there, or answer that letter with one word.";

  /** Refused. */
  public static final String OTHER_ATTENDEE =
      "The calendar answers for another address than the one it was sent from. People answer for"
          + " themselves only: send it from the address that was invited, or answer on the page.";

  /** Refused. */
  public static final String PASSED_ON =
      "The calendar passes the invitation on to somebody else, and nobody is asked here in that"
          + " way, so nothing was changed. Everybody who can read the action can say that they"
          + " come. Answer for yourself with the one word yes, maybe or no.";

  /** Refused; the same for a stranger, and for a member who cannot read what it is about. */
  public static final String NOT_INVITED =
      "The calendar answers an invitation that was made for somebody else, so nothing was changed."
          + " Answer the one that came to you, or ask the person who passed it on.";

  /** Refused; the same for a forged, an expired and an unreadable one. */
  public static final String TICKET =
      "This answer address is not valid, or not any more. Write to the list instead.";

  /** Refused; the same for a forged ticket and for that of somebody else's post. */
  public static final String NO_RECALL =
      "This address takes back what you posted yourself, and nothing else. Nothing was changed.";

  /** Refused. */
  public static final String SAY_RECALL =
      "It does not have the word recall on a line of its own, so nothing was taken back. Your"
          + " answer reached nobody.";

  /** Refused. */
  public static final String MISPLACED =
      "It says nothing but a word by which people choose their mail, so it was shown to nobody. To"
          + " get no more mail of a list, write leave to the list's address with +control before"
          + " the @, as in list+control; help there shows what else can be asked. If you mean it as"
          + " a post, say it in a sentence.";

  /** Refused. */
  public static final String NOTHING_HERE = "Nothing can be posted at this address.";

  /** Refused; the same for a stranger, and for a member who cannot read the list. */
  public static final String NO_ORDERS =
      "Orders are taken here from certain people only, written from an address that stands on their"
          + " account page. Nothing was done.";

  /** Refused, once for each letter. */
  public static final String DONE_ONCE =
      "The orders of this letter were done before. A letter orders once, so nothing was done now."
          + " To order the same again, write a new letter.";

  /** Refused. */
  public static final String NO_REPLY =
      "This address only sends. To answer what was said, answer the letter of it, "
          + "or the address that a digest names below each post. To order something, "
          + "write help to the coalition's address with +help before the @.";

  /** Refused. */
  public static final String BY_INVITATION =
      "Nobody joins by writing to this address: people come in by an invitation "
          + "from a convenor. If you have one, answer it, or open its link. Nothing was "
          + "done.";

  /** Refused. */
  public static final String WHICH_LIST =
      "This address is of no list. Write to the address of a list with +leave or "
          + "+join before the @, as in list+leave. Nothing was done.";

  /** Refused. */
  public static final String NO_OWNER =
      "The convenors were not reached: there is none, or mail here does not carry "
          + "what people write. Ask the person who told you of this coalition.";

  /** Refused. */
  public static final String OWNER_FULL =
      "The convenors had many letters from outside today, so this one was not "
          + "passed on. Write again tomorrow.";

  /** Refused. */
  public static final String NO_INVITATION =
      "This address takes up an invitation that is not open, or not any more. "
          + "Nothing was done. Ask the person who invited you for a new one.";

  /** Refused. */
  public static final String INVITED_ELSEWHERE =
      "The invitation went to another address than the one you wrote from. Answer "
          + "it from the address that it came to. Nothing was done.";

  /** Refused. */
  public static final String SAY_ACCEPT =
      "To take up the invitation, answer its letter with the word accept on the "
          + "first line. Nothing was done, and nobody read your letter.";

  /** Refused. */
  public static final String ACCEPT_BY_PASSKEY =
      "You asked that nothing less than your passkey acts for you. Sign in with it, "
          + "then open the link of the invitation. Nothing was done.";

  /** Refused; the same for a forged one and for one whose seat has ended. */
  public static final String NO_SUBSCRIPTION =
      "This address stops no mail, or not any more. Nothing was done.";

  /** Dropped. */
  public static final String BOUNCE = "a bounce to a return path";

  /** Dropped. */
  public static final String UNSUBSCRIBED = "this mail is stopped already";

  /** Dropped. */
  public static final String LOOP = "it has been here before: a loop";

  /** Dropped; the kind of machine follows. */
  public static final String AUTOMATIC = "written by a machine: ";

  /** Dropped. */
  public static final String DUPLICATE = "the same letter is here already";

  /** Stands below a text that was cut. */
  public static final String CUT =
      "\n\n[This letter is longer than can be shown. Its original is kept whole.]";

  private RefusalMessages() {}
}

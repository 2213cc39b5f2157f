package org.caucus.coalition.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.lists.Lists;
import org.caucus.coalition.lists.MailingList;
import org.caucus.coalition.lists.Thread;
import org.caucus.coalition.lists.subscriptions.ListPrivacy;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.mime.AsciiHeader;
import org.caucus.mail.message.privacy.CalendarRedaction;
import org.caucus.mail.message.privacy.LetterPictureStripper;
import org.caucus.mail.message.privacy.RemoteContent;
import org.caucus.mail.message.privacy.TicketRedaction;
import org.caucus.mail.message.privacy.TraceFields;
import org.caucus.mail.message.privacy.TraceRedaction;
import org.caucus.mail.message.text.HeaderText;

/**
 * A letter as others than its author and convenors get it, by mail or as a file. What hosts wrote
 * on its way is cut from every one. Where its list says so, its fields name neither its author's
 * address nor their host, program or time zone, and nothing in it is fetched when it is read.
 */
public final class RedactedOriginal {
  /** Whom letters name, for whom shall not see their addresses. */
  public interface Names {
    /** Who stands in From of a letter. */
    NamedAddress author(HeldLetters.Held state, Entry entry, RawLetter letter);

    /** How those who are named in a letter are shown. */
    UnaryOperator<NamedAddress> shown(HeldLetters.Held state, Entry entry, RawLetter letter);
  }

  private static final ListPrivacy.Applied ELSEWHERE =
      new ListPrivacy.Applied(true, false, false, true, true);

  private RedactedOriginal() {}

  /**
   * What is done with the letter of an entry from now on: what its list chose since, and what it
   * had promised its author; of one that is on no list, all that may be needed.
   */
  public static ListPrivacy.Applied of(HeldLetters.Held state, Entry entry) {
    return list(state, entry)
        .map(list -> Lists.privacy(state, list).and(Lists.privacy(state, list, entry.at())))
        .orElse(ELSEWHERE);
  }

  /** What was done with it when it was posted, for those who read its list then. */
  static ListPrivacy.Applied then(HeldLetters.Held state, Entry entry) {
    return list(state, entry)
        .map(list -> Lists.privacyThen(state, list, entry.at()))
        .orElse(ELSEWHERE);
  }

  private static Optional<String> list(HeldLetters.Held state, Entry entry) {
    return entry.parent().kind() == Ref.Kind.THREAD
        ? state.lists().thread(entry.parent().id()).map(Thread::list)
        : Optional.empty();
  }

  /**
   * Whether what a letter calls itself is hidden from this reader: it may name a host. Its author
   * has it in what they sent.
   */
  public static boolean isHidden(HeldLetters.Held state, Entry entry, SeatId reader) {
    return entry.letter() != null
        && !state.members().line(reader).contains(entry.seat())
        && of(state, entry).hides();
  }

  /**
   * Whose words an entry is that somebody let in or brought in, as this reader may know it: with
   * the address, or by name where that is hidden; who has none is called as the list is, as in
   * mail.
   */
  public static Optional<String> stranger(HeldLetters.Held state, Entry entry, SeatId reader) {
    Optional<String> from = Optional.ofNullable(entry.letter()).map(EntryLetter::from);
    if (from.isEmpty() || seesAll(state, entry, reader) || !of(state, entry).hides()) {
      return from;
    }
    String via =
        list(state, entry)
            .flatMap(state.lists()::list)
            .map(MailingList::name)
            .orElse(state.members().name());
    return from.map(EntryLetter::named).map(name -> nameOf(name, via));
  }

  /** Whether this reader is shown the addresses of all whose words were let in or brought in. */
  public static boolean seesAddresses(HeldLetters.Held state, SeatId reader) {
    return state.members().isConvenor(reader)
        || state.lists().lists().keySet().stream()
            .noneMatch(list -> state.lists().privacies().mayHide(list));
  }

  /** Whether this reader has the letter as it came: its author, and convenors. */
  static boolean seesAll(HeldLetters.Held state, Entry entry, SeatId reader) {
    boolean stranger = entry.letter() != null && entry.letter().from() != null;
    return state.members().isConvenor(reader)
        || (!stranger && state.members().line(reader).contains(entry.seat()));
  }

  static RawLetter bare(RawLetter letter, ListPrivacy.Applied privacy) {
    return privacy.closes()
        ? LetterPictureStripper.leavingOut(letter)
        : LetterPictureStripper.out(letter);
  }

  /** Whether this reader sits for a company. */
  public static boolean isOfCompany(HeldLetters.Held state, SeatId reader) {
    return state.members().active().stream()
        .filter(seat -> seat.id().equals(reader))
        .anyMatch(seat -> state.members().organisationOf(seat).side() == Side.COMPANY);
  }

  /** The letter without what tells where it was written and what is fetched when it is read. */
  public static RawLetter cut(
      RawLetter letter, String entry, String domain, ListPrivacy.Applied privacy) {
    RawLetter left = TicketRedaction.cut(AsciiHeader.of(TraceFields.cut(letter)), domain);
    if (privacy.bares()) {
      left = bare(left, privacy);
    }
    if (privacy.hides()) {
      left = new TraceRedaction(entry, domain).of(left);
    }
    return privacy.removes() ? RemoteContent.out(left) : left;
  }

  /** The letter without its author's address, and those of other members. */
  public static RawLetter named(
      RawLetter letter,
      Entry entry,
      String domain,
      NamedAddress author,
      UnaryOperator<NamedAddress> shown) {
    RawLetter named = letter.with(Header.addresses("From", List.of(author)));
    for (String field : List.of("To", "Cc")) {
      if (named.value(field).isPresent()) {
        List<NamedAddress> all = new ArrayList<>();
        named.values(field).stream()
            .flatMap(value -> NamedAddress.parseList(value).stream())
            .map(shown)
            .forEach(all::add);
        named = all.isEmpty() ? named.without(field) : named.with(Header.addresses(field, all));
      }
    }
    return new CalendarRedaction(shown)
        .of(named)
        .with(TraceRedaction.date(letter, entry.at()))
        .with(Header.ids("Message-ID", List.of(entry.id() + "@" + domain)));
  }

  /** A name that is not one but an address would tell it all the same. */
  public static String nameOf(String name, String otherwise) {
    String clean = HeaderText.clean(name).strip();
    return clean.isEmpty() || clean.indexOf('@') >= 0 ? HeaderText.clean(otherwise) : clean;
  }

  /** Whether an address is one of those that are made here. */
  public static boolean isOurs(MailAddress address, String domain) {
    return address.asciiDomain().equalsIgnoreCase(domain);
  }
}

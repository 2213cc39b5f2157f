package org.caucus.messaging.distribution.rendering;

import com.google.common.base.Suppliers;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.lists.MailingList;
import org.caucus.coalition.lists.Thread;
import org.caucus.coalition.moderation.HeldLetters;
import org.caucus.coalition.moderation.RedactedOriginal;
import org.caucus.kernel.Ref;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.text.HeaderText;
import org.caucus.messaging.distribution.recipients.SeatAddresses;

/**
 * Members under their addresses here, wherever a letter names their own. Others who are named stay:
 * they are no members, and the person who answers to all writes to them.
 */
public final class MemberNames implements RedactedOriginal.Names {
  private static final String VIA = " via ";

  private final SeatAddresses addresses;
  private final MemberAliases aliases;
  private final String domain;

  /** Names of members who take their mail there. */
  public MemberNames(SeatAddresses addresses, MemberAliases aliases, String domain) {
    this.addresses = addresses;
    this.aliases = aliases;
    this.domain = domain;
  }

  /** The same, where nobody can be asked who takes mail where: the author alone is known. */
  public static MemberNames alone(MemberAliases aliases, String domain) {
    return new MemberNames(
        new SeatAddresses() {
          @Override
          public Future<Optional<MailAddress>> of(String personId) {
            return Future.succeededFuture(Optional.empty());
          }

          @Override
          public Future<Map<String, Mailboxes>> of(Collection<String> personIds) {
            return Future.succeededFuture(Map.of());
          }
        },
        aliases,
        domain);
  }

  @Override
  public NamedAddress author(HeldLetters.Held state, Entry entry, RawLetter letter) {
    boolean stranger = entry.letter() != null && entry.letter().from() != null;
    Optional<MailingList> list =
        entry.parent().kind() == Ref.Kind.THREAD
            ? state
                .lists()
                .thread(entry.parent().id())
                .map(Thread::list)
                .flatMap(state.lists()::list)
                .filter(on -> !on.isConversations())
            : Optional.empty();
    String via = HeaderText.clean(list.map(MailingList::name).orElse(state.members().name()));
    String slug = state.members().slug();
    if (!stranger) {
      String name = HeaderText.clean(state.members().nameOf(entry.seat()));
      return new NamedAddress(name + VIA + via, aliases.of(slug, entry.seat()));
    }
    String said = authors(letter).findFirst().map(NamedAddress::name).orElse("");
    String name = RedactedOriginal.nameOf(said, "");
    MailAddress at =
        new MailAddress(list.map(MailingList::localPart).orElse(slug + "+help"), domain);
    return new NamedAddress(name.isEmpty() ? via : name + VIA + via, at);
  }

  @Override
  public UnaryOperator<NamedAddress> shown(HeldLetters.Held state, Entry entry, RawLetter letter) {
    Supplier<Map<String, NamedAddress>> known =
        Suppliers.memoize(() -> known(state, entry, letter));
    return named -> {
      NamedAddress member =
          RedactedOriginal.isOurs(named.address(), domain)
              ? null
              : known.get().get(named.address().comparisonForm());
      return member == null
          ? new NamedAddress(RedactedOriginal.nameOf(named.name(), ""), named.address())
          : member;
    };
  }

  /** Asked for where a letter names somebody else: in its header, or in an invitation in it. */
  private Map<String, NamedAddress> known(HeldLetters.Held state, Entry entry, RawLetter letter) {
    Map<String, NamedAddress> known = new HashMap<>();
    members(state, known);
    NamedAddress author = author(state, entry, letter);
    authors(letter).forEach(n -> known.put(n.address().comparisonForm(), author));
    return known;
  }

  private static Stream<NamedAddress> authors(RawLetter letter) {
    return Stream.of("From", "Sender", "Reply-To")
        .flatMap(field -> letter.values(field).stream())
        .flatMap(value -> NamedAddress.parseList(value).stream());
  }

  private void members(HeldLetters.Held state, Map<String, NamedAddress> known) {
    List<Seat> seats = state.members().active();
    var found = addresses.of(seats.stream().map(Seat::person).distinct().toList()).await();
    for (Seat seat : seats) {
      SeatAddresses.Mailboxes at = found.get(seat.person());
      if (at != null) {
        MailAddress alias = aliases.of(state.members().slug(), seat.id());
        NamedAddress member = new NamedAddress(HeaderText.clean(seat.name()), alias);
        at.every().forEach(a -> known.putIfAbsent(a.comparisonForm(), member));
      }
    }
  }
}

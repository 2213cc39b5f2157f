package org.caucus.messaging.distribution.rendering;

import java.util.List;
import java.util.Optional;
import org.caucus.kernel.SeatId;
import org.caucus.mail.auth.dmarc.Dmarc;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.text.HeaderText;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Who stands in the From line of what is sent on. The author as they wrote themselves, where their
 * domain lets others bring its mail; where it does not, or that is not found out, {@code Name via
 * List} with the member's address here: else receivers would refuse the letter, and count that
 * against the reader. So too for an author whose address is not all ASCII.
 */
public final class FromRewriter {
  private static final String VIA = " via ";

  private final MemberAliases aliases;
  private final Dmarc dmarc;

  /** Authors with these addresses here. */
  public FromRewriter(MemberAliases aliases, Dmarc dmarc) {
    this.aliases = aliases;
    this.dmarc = dmarc;
  }

  /** The addresses that stand for members. */
  public MemberAliases aliases() {
    return aliases;
  }

  /**
   * What must stand in the From line instead of what does; empty if it may stay. May block for name
   * servers.
   *
   * @param seat whose letter it is; null for a stranger's, who has no address here
   * @param via the list, or the workspace
   * @param otherwise the address for a stranger's letter
   */
  public Optional<NamedAddress> instead(
      RawLetter letter, Workspace state, @Nullable SeatId seat, String via, MailAddress otherwise) {
    List<NamedAddress> from =
        letter.values("From").size() == 1
            ? NamedAddress.parseList(letter.value("From").orElseThrow())
            : List.of();
    if (from.size() == 1 && mayStay(from.getFirst().address())) {
      return Optional.empty();
    }
    String own = from.size() == 1 ? from.getFirst().name() : "";
    String name = own.isBlank() && seat != null ? state.members().nameOf(seat) : own;
    MailAddress address = seat == null ? otherwise : aliases.of(state.members().slug(), seat);
    String shown = name.isBlank() ? via : name + VIA + via;
    return Optional.of(new NamedAddress(HeaderText.clean(shown), address));
  }

  /** A member by their address here. */
  static NamedAddress member(Workspace state, SeatId seat, String via, MailAddress alias) {
    return new NamedAddress(HeaderText.clean(state.members().nameOf(seat) + VIA + via), alias);
  }

  /** One that needs SMTPUTF8 would keep the letter from readers whose hosts have none. */
  private boolean mayStay(MailAddress author) {
    return !author.needsSmtpUtf8() && dmarc.of(author.asciiDomain()).policy() == Dmarc.Policy.NONE;
  }
}

package org.caucus.messaging.notifications;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.AudienceNames;
import org.caucus.coalition.access.ClosedPlaces;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.MemberPresenter;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.lists.MailingList;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.text.HeaderText;
import org.caucus.messaging.delivery.Composer;
import org.caucus.messaging.delivery.Composition;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.OutgoingMail;
import org.caucus.messaging.distribution.contentfree.ContentFreeMail;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.SystemMail;
import org.caucus.messaging.distribution.recipients.BatchState;
import org.caucus.messaging.distribution.recipients.SeatAddresses;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;
import org.caucus.workspace.Workspace;

/**
 * Says to a member who joined by email what the guide of the browser says: what this place is, who
 * reads what, how their email comes, and one thing to do.
 */
public final class WelcomeMail implements Composer {
  /** Its kind of parcel. */
  public static final String KIND = "welcome";

  /** Most lists it names: the letter that "help" tells names all. */
  private static final int MAX_LISTS = 5;

  private static final String HELP = "+help";
  private static final MessageCatalogue WORDS = MessageCatalogue.of("welcome");

  private final CommandBus<Workspace> floor;
  private final SeatAddresses addresses;
  private final Site site;

  /** The composer of {@code welcome}. */
  public WelcomeMail(CommandBus<Workspace> floor, SeatAddresses addresses, Site site) {
    this.floor = floor;
    this.addresses = addresses;
    this.site = site;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<OutgoingMail> compose(DeliveryBatch parcel, String recipient) {
    Workspace state = BatchState.of(floor, parcel);
    Seat seat = state.members().seats().get(new SeatId(recipient));
    if (!(BatchState.event(state, parcel) instanceof MemberEvent.SeatTaken)
        || seat == null
        || !seat.active()) {
      return Optional.empty();
    }
    return addresses
        .mailboxes(seat.person())
        .await()
        .map(
            theirs ->
                new OutgoingMail.Composed(
                    state.members().slug(),
                    theirs.receiving(),
                    letter(state, parcel, seat, theirs)));
  }

  private Composition letter(
      Workspace state, DeliveryBatch parcel, Seat seat, SeatAddresses.Mailboxes theirs) {
    String slug = state.members().slug();
    Language language = theirs.language();
    var reader =
        SystemMail.Recipient.member(
            state,
            seat.id(),
            new NamedAddress(HeaderText.clean(seat.name()), theirs.receiving()),
            language);
    String workspace = HeaderText.clean(ContentFreeMail.called(state));
    return SystemMail.of(site, slug + HELP, reader)
        .from(new NamedAddress(workspace, site.address(slug + HELP)))
        .replyTo(site.address(slug + HELP))
        .write(
            parcel,
            WORDS.say(language, "subject", Map.of("workspace", workspace)),
            text(state, seat, language, workspace));
  }

  private String text(Workspace state, Seat seat, Language language, String workspace) {
    List<String> said = new ArrayList<>();
    Members members = state.members();
    Organisation own = members.organisationOf(seat);
    said.add(
        say(
            language,
            "hello",
            Map.of(
                "name",
                HeaderText.clean(seat.name()),
                "workspace",
                workspace,
                "role",
                say(language, "role." + seat.role(), Map.of()),
                "organisation",
                own.name())));
    place(said, state, seat, language, workspace);
    said.add(head(language, "who"));
    said.add(say(language, "who.each", Map.of()));
    said.add(say(language, "who." + own.side(), Map.of()));
    said.add(
        say(
            language,
            "who.narrower",
            Map.of("audience", AudienceNames.say(language, members, narrow(own)))));
    List<MailingList> lists = bare(state) ? List.of() : lists(state, seat);
    mail(said, members.slug(), lists, language);
    said.add(head(language, "act"));
    said.add(act(members, seat, lists, language));
    return String.join("\n\n", said) + "\n";
  }

  /** What convenors say of their place is theirs to keep out of mail, as all that is said here. */
  private static void place(
      List<String> said, Workspace state, Seat seat, Language language, String workspace) {
    Members members = state.members();
    said.add(head(language, "place"));
    if (!bare(state)) {
      Stream.of(members.profile().purpose(), members.profile().welcome())
          .filter(text -> !text.isEmpty())
          .forEach(said::add);
    }
    said.add(
        say(
            language,
            "place.closed",
            Map.of(
                "workspace",
                workspace,
                "civil",
                count(members, Side.CIVIL_SOCIETY),
                "companies",
                count(members, Side.COMPANY))));
    said.add(say(language, "does." + seat.role(), Map.of()));
  }

  private static boolean bare(Workspace state) {
    return ContentFreeMail.isAskedFor(state, Scope.place(Audience.everyone()));
  }

  private static long count(Members members, Side side) {
    return members.parties().stream().filter(o -> o.side() == side).count();
  }

  private static Audience narrow(Organisation own) {
    return own.side() == Side.COMPANY ? Audience.companyOnly(own.slug()) : Audience.civilSociety();
  }

  /** Lists that take new messages, as far as the reader can read them. */
  private static List<MailingList> lists(Workspace state, Seat seat) {
    return state.lists().lists().values().stream()
        .filter(l -> state.access().canRead(seat.id(), l.scope()))
        .filter(l -> ClosedPlaces.of(state).find(Ref.to(Ref.Kind.LIST, l.slug())).isEmpty())
        .sorted(Comparator.comparing(MailingList::name))
        .limit(MAX_LISTS)
        .toList();
  }

  private void mail(List<String> said, String slug, List<MailingList> lists, Language language) {
    said.add(head(language, "mail"));
    if (lists.isEmpty()) {
      said.add(say(language, "mail.none", Map.of()));
    } else {
      said.add(
          say(language, "mail.how", Map.of())
              + "\n\n"
              + String.join(
                  "\n",
                  lists.stream()
                      .map(
                          l ->
                              say(
                                  language,
                                  "mail.list",
                                  Map.of("list", l.name(), "address", address(l))))
                      .toList()));
    }
    said.add(say(language, "mail.help", Map.of("help", site.address(slug + HELP).toString())));
  }

  private String address(MailingList list) {
    return site.address(list.localPart()).toString();
  }

  private String act(Members members, Seat seat, List<MailingList> lists, Language language) {
    String slug = members.slug();
    String help = site.address(slug + HELP).toString();
    return switch (seat.role()) {
      case CONVENOR ->
          say(language, "act.CONVENOR", Map.of("page", site.page(slug, "organisations")));
      case OBSERVER -> say(language, "act.OBSERVER", Map.of("page", site.page(slug, "catch-up")));
      case LIAISON ->
          say(
              language,
              "act.LIAISON",
              Map.of(
                  "address",
                  site.address(MemberPresenter.updatesLocalPart(seat.organisation())).toString()));
      case MEMBER ->
          lists.isEmpty()
              ? say(language, "act.MEMBER.none", Map.of("help", help))
              : say(language, "act.MEMBER", Map.of("address", address(lists.getFirst())));
    };
  }

  private static String head(Language language, String key) {
    return say(language, key, Map.of()).toUpperCase(Locale.forLanguageTag(language.tag()));
  }

  private static String say(Language language, String key, Map<String, ?> values) {
    return WORDS.say(language, key, values);
  }
}

package org.caucus.e2e.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caucus.app.settings.Settings;
import org.caucus.app.wiring.Wiring;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.kernel.Command;
import org.caucus.kernel.Committed;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.crypto.NativeProvider;

/**
 * A whole server with one large list, to be posted to from outside: its members hold the addresses
 * of a file, one a line, and the first of them writes to it. Ends with its input.
 */
final class RelayHouse {
  static final String SLUG = "bench";
  static final String LIST = "coalition";
  static final String DOMAIN = "lists.example.org";

  /** Printed, with the SMTP port after it, when letters are taken. */
  static final String READY = "ready on ";

  private final Wiring wiring;
  private WorkspaceId workspace = WorkspaceId.SYSTEM;
  private SeatId convenor = new SeatId("none");

  RelayHouse(Wiring wiring) {
    this.wiring = wiring;
  }

  /**
   * Arguments: data directory, URL of the smarthost, file of addresses; filled once. And {@code
   * jdk} to sign as where the native provider does not load.
   */
  public static void main(String[] args) throws IOException {
    if (!List.of(args).contains("jdk")) {
      NativeProvider.prefer();
    }
    List<String> addresses = Files.readAllLines(Path.of(args[2]));
    Settings settings = settings(Path.of(args[0]), args[1], addresses.getFirst());
    RelayHouse house = new RelayHouse(new Wiring(settings));
    if (house.wiring.directory().find(SLUG).await().isEmpty()) {
      house.fill(addresses);
    }
    house.wiring.start(List.of());
    System.out.println(READY + house.wiring.smtpPort());
    System.in.readAllBytes(); // until the process that started it closes its input, or is gone
    house.wiring.close();
    System.exit(0);
  }

  static Settings settings(Path data, String smarthost, String operator) {
    Map<String, String> all = new HashMap<>(System.getenv());
    all.put("CAUCUS_DATA", data.toString());
    all.put("CAUCUS_HTTP_PORT", "0");
    all.put("CAUCUS_SMTP_PORT", "0");
    all.put("CAUCUS_DOMAIN", DOMAIN);
    all.put("CAUCUS_OPERATORS", operator);
    all.put("CAUCUS_TRUSTED_PEERS", "127.0.0.0/8");
    all.put("CAUCUS_SMTP_URL", smarthost);
    all.put("CAUCUS_MAIL_WAITS", "none");
    return Settings.from(all::get);
  }

  void fill(List<String> addresses) {
    String writer = wiring.persons().ensure(addresses.getFirst(), "Member Zero").await().id();
    var open =
        new MemberCommand.OpenWorkspace(
            SLUG, "Code of Practice", "harbour", "Harbour Rights", writer, "Member Zero");
    wiring.workspaces().open(writer, open, null);
    workspace = wiring.directory().find(SLUG).await().orElseThrow();
    convenor = wiring.rooms().read(workspace).await().members().seatOf(writer).orElseThrow().id();
    act(
        new MemberCommand.AddOrganisation(
            "lantern", "Lantern", Side.CIVIL_SOCIETY, MemberEvent.History.ALL));
    addresses.stream().skip(1).forEach(this::seat);
    wiring.directory().claim(LIST, workspace, Ref.to(Ref.Kind.LIST, LIST)).await();
    act(new ListCommand.OpenList(LIST, "Coalition", "All.", LIST, Audience.everyone()));
  }

  /** Every seat wants this list as one letter a day. */
  void chooseDigests() {
    wiring
        .rooms()
        .read(workspace)
        .await()
        .members()
        .active()
        .forEach(
            seat ->
                wiring
                    .rooms()
                    .submit(
                        workspace,
                        seat.id(),
                        new ListCommand.SetDelivery(LIST, Delivery.DIGEST),
                        null)
                    .await());
  }

  private void seat(String address) {
    String name = "Member " + address.substring(0, address.indexOf('@'));
    String offer = act(new MemberCommand.Invite(address, name, "lantern", Role.MEMBER)).thing();
    String person = wiring.persons().ensure(address, name).await().id();
    var accept = new MemberCommand.AcceptInvitation(offer, person, name);
    wiring.rooms().submit(workspace, null, accept, null).await();
    wiring.seatings().add(person, workspace).await();
  }

  Committed act(Command command) {
    return wiring.rooms().submit(workspace, convenor, command, null).await();
  }
}

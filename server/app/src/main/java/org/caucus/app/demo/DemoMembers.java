package org.caucus.app.demo;

import java.util.List;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Side;

/** Who is in the demo. All organisations and people are invented. */
final class DemoMembers {
  static final String SLUG = "code-of-practice";
  static final String NAME = "Draft Code of Practice: joint response";

  private DemoMembers() {}

  /** An invented organisation. */
  record Party(String slug, String name, Side side) {}

  /** An invented person with a seat. */
  record Player(String name, String local, String party, Role role) {
    String address() {
      return local + "@" + party + ".example";
    }
  }

  static final List<Party> PARTIES =
      List.of(
          new Party("lantern", "Lantern Rights Initiative", Side.CIVIL_SOCIETY),
          new Party("savanna", "Savanna Digital Policy Centre", Side.CIVIL_SOCIETY),
          new Party("harbour", "Harbour Press Freedom Network", Side.CIVIL_SOCIETY),
          new Party("meridian", "Meridian Human Rights", Side.CIVIL_SOCIETY),
          new Party("brightline", "Brightline", Side.COMPANY),
          new Party("northwind", "Northwind", Side.COMPANY));

  /** The first is the convenor who opens the workspace. */
  static final List<Player> PLAYERS =
      List.of(
          new Player("Amina Danladi", "amina", "lantern", Role.CONVENOR),
          new Player("Tobi Adewumi", "tobi", "lantern", Role.MEMBER),
          new Player("Ngozi Ekwueme", "ngozi", "savanna", Role.MEMBER),
          new Player("Kelechi Obasi", "kelechi", "savanna", Role.MEMBER),
          new Player("Halima Yaro", "halima", "harbour", Role.MEMBER),
          new Player("Samuel Etim", "samuel", "harbour", Role.OBSERVER),
          new Player("Ingrid Solheim", "ingrid", "meridian", Role.CONVENOR),
          new Player("Rafael Quiroga", "rafael", "meridian", Role.MEMBER),
          new Player("Dara Whitfield", "dara", "brightline", Role.LIAISON),
          new Player("Omar Benali", "omar", "brightline", Role.LIAISON),
          new Player("Yuki Tanabe", "yuki", "northwind", Role.LIAISON));

  /** The order lists are named in: the one for all first. */
  static String order(String list) {
    return switch (list) {
      case "coalition" -> "1";
      case "civil" -> "2";
      default -> "3" + list;
    };
  }
}

package org.caucus.workspace.roster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caucus.coalition.access.Role;
import org.jspecify.annotations.Nullable;

/** What roles are called in tables. Pure. */
final class RosterRoles {
  private static final Map<String, Role> NAMES = names();

  private RosterRoles() {}

  private static Map<String, Role> names() {
    Map<Role, List<String>> called =
        Map.of(
            Role.CONVENOR,
            List.of(
                "convenor",
                "convener",
                "coordinator",
                "admin",
                "coordination",
                "la coordination",
                "فريق التنسيق",
                "تنسيق"),
            Role.MEMBER,
            List.of("member", "membre", "عضو"),
            Role.LIAISON,
            List.of("liaison", "company liaison", "point focal", "ممثل الشركة", "تمثيل الشركة"),
            Role.OBSERVER,
            List.of(
                "observer",
                "observateur",
                "observatrice",
                "en observation",
                "observation",
                "مراقب",
                "صفة مراقب"));
    Map<String, Role> names = new HashMap<>();
    called.forEach((role, all) -> all.forEach(name -> names.put(RosterColumns.plain(name), role)));
    return names;
  }

  static boolean known(String cell) {
    return of(cell) != null;
  }

  /** The role that is called so in one of the languages; null if none is. */
  static @Nullable Role of(String cell) {
    return NAMES.get(RosterColumns.plain(cell));
  }
}

package org.caucus.messaging.notifications;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.caucus.mail.auth.dns.TxtRecords;

/** What name servers answer: nothing, until told otherwise. */
public final class Dns {
  private final Map<String, List<String>> records = new ConcurrentHashMap<>();
  private volatile boolean away;

  public void put(String name, String record) {
    records.put(name, List.of(record));
  }

  public void goAway() {
    away = true;
  }

  List<String> of(String name) throws TxtRecords.NotNow {
    if (away) {
      throw new TxtRecords.NotNow("no answer");
    }
    return records.getOrDefault(name, List.of());
  }
}

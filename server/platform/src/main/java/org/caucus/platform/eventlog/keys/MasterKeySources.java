package org.caucus.platform.eventlog.keys;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the master key may come from. The first of these that is there is the one: the systemd
 * credential {@value #CREDENTIAL}, the file that {@value #FILE_SETTING} names, the variable {@value
 * #VARIABLE}, the file {@value MasterKey#FILE} in the data directory. Two that are there must be
 * the same, or the start is refused: nobody could say which one wrote the database.
 */
public final class MasterKeySources {
  /** Setting: the path of a master key file. */
  public static final String FILE_SETTING = "CAUCUS_MASTER_KEY_FILE";

  /** Setting: the master keyset in base64. */
  public static final String VARIABLE = "CAUCUS_MASTER_KEY";

  /** The name of the credential in systemd's unit. */
  public static final String CREDENTIAL = "caucus-master-key";

  /** Set by systemd for a service that has credentials. */
  static final String CREDENTIALS = "CREDENTIALS_DIRECTORY";

  private final List<MasterKeySource> inOrder;
  private final MasterKeySource ours;
  private final boolean oursIsNamed;

  /**
   * @param ours where a new one is made
   * @param oursIsNamed a setting names it, so it must be there even when others are
   */
  private MasterKeySources(
      List<MasterKeySource> inOrder, MasterKeySource ours, boolean oursIsNamed) {
    this.inOrder = inOrder;
    this.ours = ours;
    this.oursIsNamed = oursIsNamed;
  }

  /** This file and nothing else. */
  public static MasterKeySources only(Path file) {
    var source = MasterKeySource.file(file);
    return new MasterKeySources(List.of(source), source, true);
  }

  /** As the settings say, for this data directory. */
  public static MasterKeySources from(Function<String, @Nullable String> settings, Path data) {
    var inOrder = new ArrayList<MasterKeySource>();
    var credentials = text(settings, CREDENTIALS);
    if (credentials != null) {
      inOrder.add(MasterKeySource.credential(Path.of(credentials, CREDENTIAL)));
    }
    var ours = MasterKeySource.file(data.resolve(MasterKey.FILE));
    var named = text(settings, FILE_SETTING);
    if (named != null && !Path.of(named).equals(data.resolve(MasterKey.FILE))) {
      inOrder.add(MasterKeySource.file(Path.of(named)));
    }
    var value = text(settings, VARIABLE);
    if (value != null) {
      inOrder.add(MasterKeySource.variable(VARIABLE, value));
    }
    inOrder.add(ours);
    var made = named == null ? ours : MasterKeySource.file(Path.of(named));
    return new MasterKeySources(List.copyOf(inOrder), made, named != null);
  }

  private static @Nullable String text(Function<String, @Nullable String> settings, String name) {
    var value = settings.apply(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /**
   * The master key of a database that was written with one; {@link KeyException.BadMasterKey} if
   * there is none, or two that differ.
   */
  MasterKey read() {
    var there = there();
    if (there.isEmpty() || (oursIsNamed && !ours.present())) {
      return ours.read(); // which says what is missing, and where
    }
    var first = there.getFirst().read();
    for (var other : there.subList(1, there.size())) {
      if (!other.read().keys().same(first.keys())) {
        throw other.bad(
            "it differs from that of "
                + first.source()
                + ". Remove the one this database was not written with, or make them the same.",
            null);
      }
    }
    return first;
  }

  /** The same for a database without any key yet: without a master key, one is made in our file. */
  MasterKey readOrMake() {
    return there().isEmpty() ? new KeyFile(ours).write(Keyset.generate()) : read();
  }

  /** Whether a key is anywhere. */
  public boolean any() {
    return !there().isEmpty();
  }

  /** The places where there is a key, in order. */
  List<MasterKeySource> there() {
    return inOrder.stream().filter(MasterKeySource::present).toList();
  }

  /** Where it is looked for, for settings that are shown; never what is there. */
  @Override
  public String toString() {
    return inOrder.toString();
  }
}

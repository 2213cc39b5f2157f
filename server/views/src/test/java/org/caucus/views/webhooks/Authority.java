package org.caucus.views.webhooks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A certificate authority of somebody's own, made by the JDK's tool, and what it vouches for. */
public record Authority(Path directory) {
  /** What its files are locked with. */
  public static final String PASSWORD = "changeit";

  /** A new one, whose files are here. */
  public static Authority in(Path directory) throws IOException, InterruptedException {
    Authority made = new Authority(directory);
    made.run("-genkeypair", "ca", "-keyalg", "EC", "-dname", "CN=Own CA", "-ext", "bc:c");
    made.run("-exportcert", "ca", "-rfc", "-file", made.pem().toString());
    return made;
  }

  /** Its own certificate. */
  public Path pem() {
    return directory.resolve("ca.pem");
  }

  private Path store() {
    return directory.resolve("keys.p12");
  }

  /** A server's key with a certificate for this name, in one file. */
  public Path certify(String name) throws IOException, InterruptedException {
    Path asked = directory.resolve(name + ".csr");
    Path given = directory.resolve(name + ".pem");
    run("-genkeypair", name, "-keyalg", "EC", "-dname", "CN=" + name);
    run("-certreq", name, "-file", asked.toString());
    run(
        "-gencert",
        "ca",
        "-rfc",
        "-ext",
        "san=dns:" + name,
        "-infile",
        asked.toString(),
        "-outfile",
        given.toString());
    run("-importcert", name, "-noprompt", "-file", given.toString());
    run("-delete", "ca");
    return store();
  }

  private void run(String does, String alias, String... more)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(does, "-alias", alias, "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", PASSWORD, "-keystore", store().toString()));
    command.addAll(List.of(more));
    int ended = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (ended != 0) {
      throw new IOException("keytool ended with " + ended + ": " + does);
    }
  }
}

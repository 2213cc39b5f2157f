package org.caucus.platform.eventlog.cluster;

import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.PfxOptions;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.caucus.kernel.RandomIds;
import org.caucus.platform.eventlog.cluster.bus.ClusterCertificate;
import org.jgroups.util.DefaultSocketFactory;
import org.jgroups.util.SocketFactory;

/** TLS 1.3 (RFC 8446) between nodes, where both show the one certificate and accept no other. */
final class ClusterTls {
  private static final String[] VERSIONS = {"TLSv1.3"};

  /** Milliseconds a peer may take to say its part of the handshake. */
  private static final int HANDSHAKE_TIMEOUT_MS = 3_000;

  private final ClusterCertificate certificate;
  private final SSLContext context;

  /** The other side is a node of another installation, or of another cluster of this one. */
  static final class Stranger extends CertificateException {
    private static final long serialVersionUID = 1L;

    Stranger() {
      super("the peer shows another certificate than the nodes of this installation");
    }
  }

  ClusterTls(ClusterCertificate certificate) {
    this.certificate = certificate;
    char[] password = RandomIds.random().toCharArray();
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(certificate.keyStore(password), password);
      context = SSLContext.getInstance(VERSIONS[0]);
      context.init(keys.getKeyManagers(), new TrustManager[] {new Only()}, new SecureRandom());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no TLS 1.3", e);
    }
  }

  /** For the connections of JGroups. */
  SocketFactory sockets() {
    DefaultSocketFactory factory = new DefaultSocketFactory(context);
    factory.setSocketConfigurator(socket -> configure((SSLSocket) socket));
    factory.setServerSocketConfigurator(
        socket -> {
          SSLServerSocket server = (SSLServerSocket) socket;
          server.setEnabledProtocols(VERSIONS);
          server.setNeedClientAuth(true);
        });
    return factory;
  }

  /** For looking whom one would talk to. */
  SSLSocket socket() throws java.io.IOException {
    SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket();
    configure(socket);
    socket.setSoTimeout(HANDSHAKE_TIMEOUT_MS);
    return socket;
  }

  private static void configure(SSLSocket socket) {
    socket.setEnabledProtocols(VERSIONS);
  }

  /** For the connections of the event bus. Its options travel as JSON, so they take bytes. */
  EventBusOptions secure(EventBusOptions options) {
    String password = RandomIds.random();
    PfxOptions store =
        new PfxOptions().setValue(certificate.pkcs12(password.toCharArray())).setPassword(password);
    return options
        .setSsl(true)
        .setEnabledSecureTransportProtocols(Set.of(VERSIONS))
        .setClientAuth(ClientAuth.REQUIRED)
        .setKeyCertOptions(store)
        .setTrustOptions(store);
  }

  /** Trusts the one certificate, no matter who shows it: names and addresses prove nothing here. */
  private final class Only extends X509ExtendedTrustManager {
    private void check(X509Certificate[] chain) throws CertificateException {
      if (chain.length == 0 || !certificate.is(chain[0])) {
        throw new Stranger();
      }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      check(chain);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}

package org.caucus.mail.auth.dns;

import java.net.InetAddress;
import java.util.List;

/**
 * What the domain name system says of hosts. What is not there, or has no such record, is not one.
 */
public interface HostRecords extends TxtRecords {
  /**
   * The addresses of a host. May block.
   *
   * @param ipv6 those of IPv6, else those of IPv4
   * @throws NotNow when the servers do not answer, or say that they cannot
   */
  List<InetAddress> addresses(String name, boolean ipv6) throws NotNow;

  /**
   * The hosts that take mail for a domain, the preferred first. May block.
   *
   * @throws NotNow when the servers do not answer, or say that they cannot
   */
  List<String> exchanges(String name) throws NotNow;

  /**
   * The names that the person who holds an address gave it: nobody else confirms them. May block.
   *
   * @throws NotNow when the servers do not answer, or say that they cannot
   */
  List<String> names(InetAddress address) throws NotNow;

  /** Servers that never answer, for this reason. */
  static HostRecords away(String reason) {
    return new HostRecords() {
      @Override
      public List<String> of(String name) throws NotNow {
        throw new NotNow(reason);
      }

      @Override
      public List<InetAddress> addresses(String name, boolean ipv6) throws NotNow {
        throw new NotNow(reason);
      }

      @Override
      public List<String> exchanges(String name) throws NotNow {
        throw new NotNow(reason);
      }

      @Override
      public List<String> names(InetAddress address) throws NotNow {
        throw new NotNow(reason);
      }
    };
  }
}

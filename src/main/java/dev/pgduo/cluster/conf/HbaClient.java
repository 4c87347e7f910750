package dev.pgduo.cluster.conf;

import java.util.List;

/** A client and the way in which it connects. */
public sealed interface HbaClient {
    /** Whether a record's type and address match this client. */
    boolean matches(HbaRecord record);

    /** A connection through the Unix socket. */
    record Local() implements HbaClient {
        @Override
        public boolean matches(HbaRecord record) {
            return record.type() == HbaType.LOCAL;
        }
    }

    /** The encryption of a TCP connection. */
    enum Encryption {
        NONE,
        SSL,
        GSS
    }

    /**
     * A connection through TCP/IP.
     *
     * @param address the client's address
     * @param hostName the name to which that resolves; empty when it has none
     * @param encryption the connection's encryption
     * @param server the server's own addresses with their networks' masks, for samehost and samenet
     */
    record Tcp(IpAddress address, String hostName, Encryption encryption, List<IpRange> server) implements HbaClient {
        public Tcp {
            server = List.copyOf(server);
        }

        @Override
        public boolean matches(HbaRecord record) {
            return isFor(record.type()) && record.address().matches(this);
        }

        private boolean isFor(HbaType type) {
            return switch (type) {
                case LOCAL -> false;
                case HOST -> true;
                case HOSTSSL -> encryption == Encryption.SSL;
                case HOSTNOSSL -> encryption != Encryption.SSL;
                case HOSTGSSENC -> encryption == Encryption.GSS;
                case HOSTNOGSSENC -> encryption != Encryption.GSS;
            };
        }
    }
}

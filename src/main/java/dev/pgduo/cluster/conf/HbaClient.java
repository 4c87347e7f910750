package dev.pgduo.cluster.conf;

import java.util.List;

/** How a client reaches the server. */
public sealed interface HbaClient {
    /** Whether a record's kind of connection and address are this client's. */
    boolean matches(HbaRecord record);

    /** Through the Unix socket. */
    record Local() implements HbaClient {
        @Override
        public boolean matches(HbaRecord record) {
            return record.type() == HbaType.LOCAL;
        }
    }

    /** What protects a TCP connection. */
    enum Encryption {
        NONE,
        SSL,
        GSS
    }

    /**
     * Through TCP/IP.
     *
     * @param address the client's
     * @param hostName what that resolves to; empty when it has no name
     * @param encryption of the connection
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

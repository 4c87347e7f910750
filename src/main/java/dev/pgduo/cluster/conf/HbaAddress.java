package dev.pgduo.cluster.conf;

/** The clients' addresses in a record of pg_hba.conf. */
public sealed interface HbaAddress {
    /** Whether a client's address is one of them. */
    boolean matches(HbaClient.Tcp client);

    /** Its text in the file; empty for {@link Socket}. */
    String written();

    /** The server's Unix socket: a record of type local has no address. */
    record Socket() implements HbaAddress {
        @Override
        public boolean matches(HbaClient.Tcp client) {
            return false;
        }

        @Override
        public String written() {
            return "";
        }
    }

    /** Any address. */
    record All() implements HbaAddress {
        @Override
        public boolean matches(HbaClient.Tcp client) {
            return true;
        }

        @Override
        public String written() {
            return "all";
        }
    }

    /** One of the server's own addresses. */
    record SameHost() implements HbaAddress {
        @Override
        public boolean matches(HbaClient.Tcp client) {
            return client.server().stream().anyMatch(own -> own.address().equals(client.address()));
        }

        @Override
        public String written() {
            return "samehost";
        }
    }

    /** A network that the server is in. */
    record SameNet() implements HbaAddress {
        @Override
        public boolean matches(HbaClient.Tcp client) {
            return client.server().stream().anyMatch(own -> own.contains(client.address()));
        }

        @Override
        public String written() {
            return "samenet";
        }
    }

    /** An address with a mask. */
    record Range(IpRange range) implements HbaAddress {
        @Override
        public boolean matches(HbaClient.Tcp client) {
            return range.contains(client.address());
        }

        @Override
        public String written() {
            return range.toString();
        }
    }

    /**
     * A host, compared with the name that the client's address resolves to.
     *
     * @param name one that begins with a dot is for all hosts of that domain
     */
    record Host(String name) implements HbaAddress {
        @Override
        public boolean matches(HbaClient.Tcp client) {
            String host = client.hostName();
            boolean domain = name.startsWith(".");
            return domain
                    ? host.regionMatches(true, host.length() - name.length(), name, 0, name.length())
                    : host.equalsIgnoreCase(name);
        }

        @Override
        public String written() {
            return name;
        }
    }
}

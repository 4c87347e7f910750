package dev.pgduo.cluster.conf;

/** The address field of a record of pg_hba.conf. */
public sealed interface HbaAddress {
    /** Whether a client's address matches. */
    boolean matches(HbaClient.Tcp client);

    /** Its text in the file; empty for {@link Socket}. */
    String written();

    /** No address, in a record of type local, for the server's Unix socket. */
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

    /** An address in a network of the server. */
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
     * A host name, compared with the name to which the client's address resolves.
     *
     * @param name a name that begins with a dot matches all hosts of that domain
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

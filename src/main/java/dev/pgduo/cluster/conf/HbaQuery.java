package dev.pgduo.cluster.conf;

import java.util.List;
import java.util.Set;

/**
 * A connection for which a decision is wanted.
 *
 * @param user the role
 * @param database the database; any text for physical replication
 * @param client the client's address and encryption
 * @param replication whether it is for physical replication, which only the keyword replication matches
 * @param roles the roles of which the user is a member, directly or not, including the user, for samerole and +role
 */
public record HbaQuery(String user, String database, HbaClient client, boolean replication, Set<String> roles) {
    public HbaQuery {
        roles = Set.copyOf(roles);
    }

    /** A connection through the Unix socket. */
    public static HbaQuery local(String user, String database) {
        return new HbaQuery(user, database, new HbaClient.Local(), false, Set.of());
    }

    /** A connection through TCP/IP without encryption, on this machine's interfaces. */
    public static HbaQuery tcp(String user, String database, IpAddress address) {
        return new HbaQuery(
                user,
                database,
                new HbaClient.Tcp(address, "", HbaClient.Encryption.NONE, IpRange.ofThisMachine()),
                false,
                Set.of());
    }

    /** The same from another client. */
    public HbaQuery from(HbaClient other) {
        return new HbaQuery(user, database, other, replication, roles);
    }

    /** The same for physical replication. */
    public HbaQuery forReplication() {
        return new HbaQuery(user, database, client, true, roles);
    }

    /** The same with membership in these roles. */
    public HbaQuery memberOf(Set<String> memberOf) {
        return new HbaQuery(user, database, client, replication, memberOf);
    }

    boolean isMember(String role) {
        return role.equals(user) || roles.contains(role);
    }

    /** Whether the database field matches, as in check_db of hba.c. */
    boolean matchesDatabase(List<HbaToken> databases) {
        return databases.stream().anyMatch(this::matchesDatabase);
    }

    /** Whether the user field matches, as in check_role of hba.c. */
    boolean matchesUser(List<HbaToken> users) {
        return users.stream().anyMatch(this::matchesUser);
    }

    private boolean matchesDatabase(HbaToken token) {
        if (replication || token.isKeyword("replication")) {
            return replication && token.isKeyword("replication");
        }
        if (token.isKeyword("sameuser")) {
            return database.equals(user);
        }
        if (token.isKeyword("samerole") || token.isKeyword("samegroup")) {
            return isMember(database);
        }
        return token.isKeyword("all") || token.text().equals(database);
    }

    private boolean matchesUser(HbaToken token) {
        boolean group = !token.quoted() && token.text().startsWith("+");
        return group
                ? isMember(token.text().substring(1))
                : token.isKeyword("all") || token.text().equals(user);
    }
}

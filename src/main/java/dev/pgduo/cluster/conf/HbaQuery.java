package dev.pgduo.cluster.conf;

import java.util.List;
import java.util.Set;

/**
 * A connection that somebody may ask for.
 *
 * @param user the role that logs in
 * @param database the database; anything for physical replication
 * @param client how it comes
 * @param replication whether it is for physical replication, which only the keyword replication matches
 * @param roles the roles that the user is a member of, directly or not, for samerole and +role; a user is one of itself
 */
public record HbaQuery(String user, String database, HbaClient client, boolean replication, Set<String> roles) {
    public HbaQuery {
        roles = Set.copyOf(roles);
    }

    /** Through the Unix socket. */
    public static HbaQuery local(String user, String database) {
        return new HbaQuery(user, database, new HbaClient.Local(), false, Set.of());
    }

    /** Through TCP/IP without encryption, on this machine's interfaces. */
    public static HbaQuery tcp(String user, String database, IpAddress address) {
        return new HbaQuery(
                user,
                database,
                new HbaClient.Tcp(address, "", HbaClient.Encryption.NONE, IpRange.ofThisMachine()),
                false,
                Set.of());
    }

    /** The same for another way to come. */
    public HbaQuery from(HbaClient other) {
        return new HbaQuery(user, database, other, replication, roles);
    }

    /** The same for physical replication. */
    public HbaQuery forReplication() {
        return new HbaQuery(user, database, client, true, roles);
    }

    /** The same with these roles. */
    public HbaQuery memberOf(Set<String> memberOf) {
        return new HbaQuery(user, database, client, replication, memberOf);
    }

    boolean isMember(String role) {
        return role.equals(user) || roles.contains(role);
    }

    /** As check_db of hba.c. */
    boolean matchesDatabase(List<HbaToken> databases) {
        return databases.stream().anyMatch(this::matchesDatabase);
    }

    /** As check_role of hba.c. */
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

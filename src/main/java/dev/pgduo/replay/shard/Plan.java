package dev.pgduo.replay.shard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What several runs play together, as each of them knows it.
 *
 * @param hash the same for runs that play parts of the same: labs with their text, servers, options, division
 * @param cells how many labs on servers there are in all shards together
 * @param shard which part this run plays
 */
public record Plan(String hash, int cells, Shard shard) {
    /**
     * A plan.
     *
     * @param facts all that it depends on, in order
     */
    public static Plan of(List<String> facts, int cells, Shard shard) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String fact : facts) {
                byte[] bytes = fact.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return new Plan(HexFormat.of().formatHex(digest.digest()), cells, shard);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

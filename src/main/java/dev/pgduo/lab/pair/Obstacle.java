package dev.pgduo.lab.pair;

/**
 * Why a standby does not stream, or cannot be started.
 *
 * @param situation the kind
 * @param why a phrase, or the line of the log
 * @param slot the standby's slot on its primary, or an empty text
 * @param setting the setting that is too low, on the standby or, for a new copy, on the primary; or an empty text
 * @param value the least value that the setting needs, or an empty text
 */
public record Obstacle(Situation situation, String why, String slot, String setting, String value) {
    static Obstacle of(Situation situation, String why, String slot) {
        return new Obstacle(situation, why, slot, "", "");
    }
}

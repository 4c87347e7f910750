package dev.pgduo.replay.review;

/**
 * A line of a lab file that a person should read before it is played.
 *
 * @param number the line number, from 1
 * @param text the text in the file, without surrounding blanks
 */
public record ReviewedLine(int number, String text) {}

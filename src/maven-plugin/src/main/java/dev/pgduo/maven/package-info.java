/** pgduo's goals for Maven. Each runs the program in a JVM of its own: Maven has classes of the same names, of other versions. */
package dev.pgduo.maven;

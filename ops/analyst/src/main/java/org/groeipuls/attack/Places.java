package org.groeipuls.attack;

import java.nio.file.Path;
import java.util.List;

/**
 * Where everything lies that somebody with access to the disks can copy.
 *
 * @param folders data, boxes, logs, temporary files, PostgreSQL's own folder with its write-ahead log, backups
 * @param vault the folder of keys
 * @param databases addresses of the databases (JDBC) where these are PostgreSQL; of H2 the files are read
 */
public record Places(List<Path> folders, Path vault, List<String> databases) {
    public Places {
        folders = List.copyOf(folders);
        databases = List.copyOf(databases);
    }
}

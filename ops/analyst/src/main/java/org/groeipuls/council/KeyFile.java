package org.groeipuls.council;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Set;
import org.groeipuls.anonymity.CouncilKey;

/** The file in which the works council keeps the key of one pulse, as one line of base64, for its owner only. */
record KeyFile(Path path) {

    /** Writes a key that was just made, and gives it back; on disk when it returns. */
    CouncilKey create(CouncilKey key) {
        byte[] line = (Base64.getEncoder().encodeToString(key.encoded()) + "\n").getBytes(US_ASCII);
        try (FileChannel file = FileChannel.open(path, Set.of(CREATE_NEW, WRITE), ownerOnly())) {
            write(file, line);
            return key;
        } catch (FileAlreadyExistsException there) {
            throw new CouncilStopped(
                    path + " is there already: a key is never overwritten. Name another file, or add --again if it is"
                            + " this pulse's",
                    there);
        } catch (IOException failed) {
            throw new CouncilStopped("The key cannot be written to " + path, failed);
        }
    }

    CouncilKey read() {
        try {
            return CouncilKey.of(
                    Base64.getDecoder().decode(Files.readString(path, US_ASCII).strip()));
        } catch (IOException | IllegalArgumentException noKey) {
            throw new CouncilStopped(
                    path + " holds no key of this tool: name the file that `council key` wrote", noKey);
        }
    }

    /** Overwrites and unlinks it; remnants may linger on the disk. */
    void destroy() {
        try {
            try (FileChannel file = FileChannel.open(path, WRITE)) {
                write(file, new byte[Math.toIntExact(file.size())]);
            }
            Files.delete(path);
        } catch (IOException failed) {
            throw new CouncilStopped(
                    "The key in " + path + " could not be destroyed: delete the file yourself", failed);
        }
    }

    private static void write(FileChannel file, byte[] content) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
            file.write(rest);
        }
        file.force(true);
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}

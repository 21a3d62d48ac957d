package studio.timbre.dataset.table;

import dev.hardwood.InputFile;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A file of which nothing outside can be asked for. */
final class BoundedInput implements InputFile {
  private final InputFile file;

  BoundedInput(InputFile file) {
    this.file = file;
  }

  @Override
  public void open() throws IOException {
    file.open();
  }

  @Override
  public ByteBuffer readRange(long offset, int length) throws IOException {
    if (offset < 0 || length < 0 || length > length() - offset) {
      throw new IOException("a part outside of the file: " + length + " bytes at " + offset);
    }
    return file.readRange(offset, length);
  }

  @Override
  public long length() throws IOException {
    return file.length();
  }

  @Override
  public String name() {
    return file.name();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

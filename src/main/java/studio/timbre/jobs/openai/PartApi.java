package studio.timbre.jobs.openai;

import com.openai.models.files.FilePurpose;
import com.openai.models.uploads.UploadCompleteParams;
import com.openai.models.uploads.UploadCreateParams;
import com.openai.models.uploads.parts.PartCreateParams;
import com.openai.services.blocking.UploadService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import studio.timbre.jobs.remote.CallFailure;
import studio.timbre.jobs.remote.PartCalls;
import studio.timbre.jobs.remote.ProviderFacts.File;

/** The route {@code /uploads}: a file in parts. */
@SuppressWarnings("MustBeClosedChecker") // ProviderApi.tree closes each response that it is handed.
final class PartApi implements PartCalls {
  private final UploadService.WithRawResponse uploads;
  private final Sizes sizes;
  private final ProviderApi api;
  private final FactReader reader;

  PartApi(UploadService.WithRawResponse uploads, Sizes sizes, ProviderApi api, FactReader reader) {
    this.uploads = uploads;
    this.sizes = sizes;
    this.api = api;
    this.reader = reader;
  }

  @Override
  public Sizes sizes() {
    return sizes;
  }

  @Override
  public Opened open(Path file) throws CallFailure, InterruptedException {
    try {
      var params =
          UploadCreateParams.builder()
              .filename(String.valueOf(file.getFileName()))
              .bytes(Files.size(file))
              .mimeType(ProviderApi.JSONL)
              .purpose(FilePurpose.FINE_TUNE)
              .build();
      return reader.upload(api.identified(api.tree(() -> uploads.create(params))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String add(String upload, Path file, long from, LongConsumer sent)
      throws CallFailure, InterruptedException {
    try (var piece = FilePiece.of(file, from, sizes.partBytes(), sent)) {
      var params =
          PartCreateParams.builder()
              .uploadId(upload)
              .data(ProviderApi.field(piece, "part", "application/octet-stream"))
              .build();
      var time = Transport.timeFor(piece.bytes());
      return reader.id(api.identified(api.tree(() -> uploads.parts().create(params, time))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public File complete(String upload, List<String> parts) throws CallFailure, InterruptedException {
    var params = UploadCompleteParams.builder().partIds(parts).build();
    var answer = api.tree(() -> uploads.complete(upload, params));
    return api.identified(reader.file(answer.path("file")));
  }

  @Override
  public void cancel(String upload) throws CallFailure, InterruptedException {
    api.tree(() -> uploads.cancel(upload));
  }
}

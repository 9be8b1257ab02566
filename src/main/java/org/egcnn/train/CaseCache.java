/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.egcnn.model.Labels;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;

/**
 * The training cases, read and prepared once: in memory up to a limit, the rest in temporary files,
 * mapped into memory where the system allows.
 */
final class CaseCache implements AutoCloseable {
  private static final String PREFIX = "case-";

  private final List<PreparedCase> cases = new ArrayList<>();
  private final Path folder;
  private final Labels labels;
  private final AtomicLong memory;
  private final AtomicInteger files = new AtomicInteger();

  private CaseCache(Path folder, Labels labels, long bytes) {
    this.folder = folder;
    this.labels = labels;
    this.memory = new AtomicLong(bytes);
  }

  /**
   * Reads all cases.
   *
   * @param sources the cases in order
   * @param labels what the label codes mean
   * @param bytes how much may stay in memory
   * @param folder where the rest goes; made when needed, removed at the end; what a killed training
   *     left in it is deleted
   * @param threads how many cases are read at a time
   * @throws BadInputException naming the case that cannot be used
   * @throws CancelledException if the listener asked for it
   */
  static CaseCache open(
      List<CaseSource> sources,
      Labels labels,
      long bytes,
      Path folder,
      int threads,
      TaskListener listener)
      throws IOException, CancelledException {
    CaseCache cache = new CaseCache(folder, labels, bytes);
    cache.removeFiles();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<PreparedCase>> pending = new ArrayList<>();
    boolean complete = false;
    try {
      sources.forEach(source -> pending.add(pool.submit(() -> cache.prepare(source, listener))));
      for (int i = 0; i < pending.size(); i++) {
        listener.progress(i, sources.size(), "Preparing " + sources.get(i).name());
        cache.cases.add(await(pending.get(i), sources.get(i)));
      }
      listener.progress(sources.size(), sources.size(), "Prepared all cases");
      complete = true;
      return cache;
    } finally {
      pool.shutdown();
      if (!complete) {
        abandon(pending);
        cache.close();
      }
    }
  }

  private PreparedCase prepare(CaseSource source, TaskListener listener)
      throws IOException, CancelledException {
    listener.checkCancelled();
    CasePacker packer = new CasePacker(source.load());
    VoxelStorage storage = storage(packer);
    try {
      return packer.pack(source.name(), labels, storage);
    } catch (IOException | RuntimeException | Error e) {
      storage.close();
      throw e;
    }
  }

  private VoxelStorage storage(CasePacker packer) throws IOException {
    if (memory.addAndGet(-packer.bytes()) >= 0) {
      return new MemoryStorage();
    }
    memory.addAndGet(packer.bytes());
    Path file = folder.resolve(PREFIX + files.incrementAndGet());
    return MappedStorage.isSupported()
        ? new MappedStorage(file, packer.sliceVoxels(), packer.channels())
        : new FileStorage(file, packer.sliceVoxels(), packer.channels());
  }

  private static PreparedCase await(Future<PreparedCase> future, CaseSource source)
      throws IOException, CancelledException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof CancelledException cancelled) {
        throw cancelled;
      }
      if (cause instanceof BadInputException bad) {
        throw bad;
      }
      if (cause instanceof OutOfMemoryError) {
        throw new BadInputException(
            "Case "
                + source.name()
                + " does not fit into Java's memory. Give Java more memory (-Xmx) or keep fewer"
                + " cases in it",
            cause);
      }
      throw new BadInputException(
          "Case " + source.name() + " could not be prepared: " + cause + ". Check its files",
          cause);
    }
  }

  /** Waits for what is running and closes what had been prepared but not been taken over. */
  private static void abandon(List<Future<PreparedCase>> pending) {
    pending.forEach(future -> future.cancel(false));
    for (Future<PreparedCase> future : pending) {
      if (!future.isCancelled()) {
        try {
          future.get().storage().close();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        } catch (ExecutionException | IOException e) {
          // the first failure is the one reported
        }
      }
    }
  }

  /** The cases in the order of their sources. */
  List<PreparedCase> cases() {
    return cases;
  }

  /** How many cases are kept in files. */
  int filed() {
    return files.get();
  }

  @Override
  public void close() {
    try {
      for (PreparedCase prepared : cases) {
        prepared.storage().close();
      }
      removeFiles();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void removeFiles() throws IOException {
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*")) {
        for (Path file : left) {
          Files.deleteIfExists(file);
        }
      }
      try {
        Files.deleteIfExists(folder);
      } catch (DirectoryNotEmptyException e) {
        // a network file system keeps files that are still mapped; the next training removes them
      }
    }
  }
}

/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.egcnn.task.CancelledException;
import org.egcnn.task.Software;
import org.egcnn.task.TaskListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Chief and workers on loopback, with little patience. */
@Timeout(60)
class LineTest {
  private static final Timing TIMING = new Timing(Duration.ofMillis(50), Duration.ofSeconds(2));
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(100);

  private final Queue<String> heard = new ConcurrentLinkedQueue<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final TaskListener listener =
      new TaskListener() {
        @Override
        public void info(String message) {
          heard.add(message);
        }

        @Override
        public void warn(String message) {
          heard.add(message);
        }
      };

  private String list;
  private ChiefLine chief;

  @BeforeEach
  void open() throws Exception {
    int port = FreePorts.first(3);
    list = port + "," + (port + 1);
    Cluster cluster = Cluster.listed(list, 0);
    chief = new ChiefLine(cluster, cluster.resolve(), TIMING, stopped::countDown, listener);
  }

  @AfterEach
  void close() {
    chief.close();
  }

  private WorkerLine worker() throws Exception {
    return worker(Cluster.listed(list, 1), TaskListener.SILENT);
  }

  private static WorkerLine worker(Cluster cluster, TaskListener listener) throws Exception {
    return WorkerLine.connect(cluster, line(cluster), LONG, TIMING, listener);
  }

  private static InetSocketAddress line(Cluster cluster) throws IOException {
    return new InetSocketAddress("127.0.0.1", cluster.linePort());
  }

  private static TaskListener cancelledBy(BooleanSupplier cancelled) {
    return new TaskListener() {
      @Override
      public boolean isCancelled() {
        return cancelled.getAsBoolean();
      }
    };
  }

  private String awaitTrouble() throws InterruptedException {
    while (chief.trouble().isEmpty()) {
      Thread.sleep(20);
    }
    return chief.trouble().get();
  }

  @Test
  void theEndIsTold() throws Exception {
    try (WorkerLine worker = worker()) {
      chief.awaitWorkers(LONG, TaskListener.SILENT);
      // longer than the silence that counts as loss
      Thread.sleep(TIMING.silence().toMillis() + 500);
      assertTrue(chief.trouble().isEmpty(), chief.trouble().toString());
      chief.end(Ending.FINISHED);
      assertEquals(Ending.FINISHED, worker.await(TaskListener.SILENT));
    }
    assertTrue(heard.contains("Worker 127.0.0.1:" + list.split(",")[1] + " (task 1) is here"));
  }

  @Test
  void aWorkerThatIsAskedToStopStopsAll() throws Exception {
    try (WorkerLine worker = worker()) {
      chief.awaitWorkers(LONG, TaskListener.SILENT);
      CompletableFuture<Ending> ending =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return worker.await(cancelledBy(() -> true));
                } catch (CancelledException e) {
                  return null;
                }
              });
      stopped.await();
      chief.end(Ending.CANCELLED);
      assertEquals(Ending.CANCELLED, ending.get());
    }
  }

  @Test
  void aWorkerWhoseProcessEndsIsNamed() throws Exception {
    WorkerLine worker = worker();
    chief.awaitWorkers(LONG, TaskListener.SILENT);
    worker.close();
    String trouble = awaitTrouble();
    assertTrue(trouble.matches("Worker 127.0.0.1:\\d+ \\(task 1\\) was lost: .*ended"), trouble);
  }

  @Test
  void aWorkerThatFallsSilentIsNamed() throws Exception {
    try (Socket worker = greeting("join 1 2 " + Software.nameAndVersion())) {
      chief.awaitWorkers(LONG, TaskListener.SILENT);
      String trouble = awaitTrouble();
      assertTrue(
          trouble.matches("Worker .* \\(task 1\\) was lost: nothing was heard of it for 2 s"),
          trouble);
      assertTrue(worker.isConnected());
    }
  }

  @Test
  void aWorkerMayLeaveAndComeAgainBeforeTheFirstStep() throws Exception {
    worker().close();
    while (heard.stream().noneMatch(message -> message.contains("was lost"))) {
      Thread.sleep(20);
    }
    try (WorkerLine again = worker()) {
      chief.awaitWorkers(LONG, TaskListener.SILENT);
      assertTrue(chief.trouble().isEmpty());
    }
  }

  @Test
  void aMissingWorkerIsNamed() {
    ClusterException e =
        assertThrows(ClusterException.class, () -> chief.awaitWorkers(SHORT, TaskListener.SILENT));
    assertTrue(e.getMessage().contains("(task 1) is missing. Start"), e.getMessage());
  }

  @Test
  void waitingCanBeCancelled() throws Exception {
    assertThrows(CancelledException.class, () -> chief.awaitWorkers(LONG, cancelledBy(() -> true)));
    chief.close();
    assertThrows(
        CancelledException.class, () -> worker(Cluster.listed(list, 1), cancelledBy(() -> true)));
  }

  @Test
  void aWorkerOfAnotherClusterIsRefused() throws Exception {
    Cluster other = Cluster.listed(list + "," + FreePorts.first(1), 1);
    InetSocketAddress line = line(Cluster.listed(list, 1));
    ClusterException e =
        assertThrows(
            ClusterException.class,
            () -> WorkerLine.connect(other, line, LONG, TIMING, TaskListener.SILENT));
    assertTrue(e.getMessage().contains("refused this worker: it is task 1 of 3"), e.toString());
  }

  @Test
  void whatIsNoWorkerIsRefused() throws Exception {
    for (String greeting :
        List.of("GET / HTTP/1.1", "join 1 2 Other 7", "join x 2 y", "join 0 2 ")) {
      try (Socket stranger = greeting(greeting)) {
        String answer =
            new String(stranger.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(answer.startsWith("refused: it is "), answer);
      }
    }
  }

  @Test
  void aSecondWorkerOfTheSameNumberIsRefused() throws Exception {
    try (WorkerLine first = worker()) {
      ClusterException e = assertThrows(ClusterException.class, this::worker);
      assertTrue(e.getMessage().contains("has come already"), e.getMessage());
    }
  }

  @Test
  void aChiefThatIsLostIsNamed() throws Exception {
    try (WorkerLine worker = worker()) {
      chief.awaitWorkers(LONG, TaskListener.SILENT);
      chief.close();
      ClusterException e =
          assertThrows(ClusterException.class, () -> worker.await(TaskListener.SILENT));
      assertTrue(e.getMessage().matches("The chief .*\\(task 0\\) was lost: .*"), e.getMessage());
    }
  }

  @Test
  void aChiefThatDoesNotAnswerIsNamed() throws Exception {
    chief.close();
    Cluster cluster = Cluster.listed(list, 1);
    ClusterException e =
        assertThrows(
            ClusterException.class,
            () -> WorkerLine.connect(cluster, line(cluster), SHORT, TIMING, TaskListener.SILENT));
    assertTrue(e.getMessage().contains("(task 0) did not answer at port"), e.getMessage());
  }

  private Socket greeting(String text) throws IOException {
    InetSocketAddress line = line(Cluster.listed(list, 1));
    Socket socket = new Socket(line.getAddress(), line.getPort());
    socket.getOutputStream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
    return socket;
  }
}

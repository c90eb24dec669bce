// Solves an instance file with LEMON (https://lemon.cs.elte.hu, Boost licence) and prints one line of JSON.
//
//   lemon <network-simplex|cost-scaling|capacity-scaling> <instance> <solves>
//
// The first solve is the cold one; the milliseconds of all are printed. Only run() is timed: neither reading nor building the
// graph. Model: every mentor supplies and every leader demands all their seats; a hub takes what mentors leave and gives
// what leaders miss, both at no cost. This is faster than the same problem as a circulation.
#include <lemon/capacity_scaling.h>
#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>
#include <sys/resource.h>
#include <time.h>

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <utility>
#include <vector>

using Graph = lemon::StaticDigraph;
using Numbers = std::vector<int32_t>;

struct Instance {
  Numbers start, leader, weight, mentorSeats, leaderSeats;
};

static Instance read(const char* path) {
  FILE* file = fopen(path, "rb");
  int32_t header[4];
  if (!file || fread(header, 4, 4, file) != 4 || header[0] != 0x31495656) {
    fprintf(stderr, "%s is not an instance.\n", path);
    exit(1);
  }
  auto next = [&](size_t length) {
    Numbers numbers(length);
    if (fread(numbers.data(), 4, length, file) != length) exit(1);
    return numbers;
  };
  Instance instance;
  instance.start = next(header[1] + 1);
  instance.leader = next(header[3]);
  instance.weight = next(header[3]);
  instance.mentorSeats = next(header[1]);
  instance.leaderSeats = next(header[2]);
  fclose(file);
  return instance;
}

static double milliseconds(clockid_t clock) {
  timespec now;
  clock_gettime(clock, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static long peakKilobytes() {
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

template <class Solver>
static void solve(const Instance& instance, int solves) {
  const int mentors = instance.mentorSeats.size();
  const int leaders = instance.leaderSeats.size();
  const int hub = mentors + leaders;

  // Arcs in the order of their source, as a static graph wants them.
  std::vector<std::pair<int, int>> arcs;
  Numbers capacity, cost;
  auto arc = [&](int from, int to, int most, int price) {
    arcs.emplace_back(from, to);
    capacity.push_back(most);
    cost.push_back(price);
  };
  const size_t count = instance.leader.size() + hub;
  arcs.reserve(count), capacity.reserve(count), cost.reserve(count);
  for (int m = 0; m < mentors; m++) {
    for (int e = instance.start[m]; e < instance.start[m + 1]; e++)
      arc(m, mentors + instance.leader[e], 1, -instance.weight[e]);
    arc(m, hub, instance.mentorSeats[m], 0);
  }
  for (int l = 0; l < leaders; l++) arc(hub, mentors + l, instance.leaderSeats[l], 0);

  Graph graph;
  graph.build(hub + 1, arcs.begin(), arcs.end());
  Graph::ArcMap<int> capacities(graph), costs(graph);
  for (int a = 0; a < graph.arcNum(); a++) {
    capacities[graph.arc(a)] = capacity[a];
    costs[graph.arc(a)] = cost[a];
  }
  Graph::NodeMap<int> supply(graph, 0);
  int left = 0;
  for (int m = 0; m < mentors; m++) left += supply[graph.node(m)] = instance.mentorSeats[m];
  for (int l = 0; l < leaders; l++) left += supply[graph.node(mentors + l)] = -instance.leaderSeats[l];
  supply[graph.node(hub)] = -left;

  long long total = 0, pairs = 0;
  std::vector<double> cpu, elapsed;
  for (int i = 0; i < solves; i++) {
    Solver solver(graph);
    solver.upperMap(capacities).costMap(costs).supplyMap(supply);
    const double cpuStart = milliseconds(CLOCK_PROCESS_CPUTIME_ID), start = milliseconds(CLOCK_MONOTONIC);
    if (solver.run() != Solver::OPTIMAL) exit(2);
    cpu.push_back(milliseconds(CLOCK_PROCESS_CPUTIME_ID) - cpuStart);
    elapsed.push_back(milliseconds(CLOCK_MONOTONIC) - start);
    total = -solver.template totalCost<long long>();
    pairs = 0;
    for (int m = 0, a = 0; m < mentors; m++, a++)
      for (int e = instance.start[m]; e < instance.start[m + 1]; e++) pairs += solver.flow(graph.arc(a++));
  }

  auto list = [](const std::vector<double>& values) {
    for (size_t i = 0; i < values.size(); i++) printf("%s%.3f", i ? "," : "", values[i]);
  };
  printf("{\"total\":%lld,\"pairs\":%lld,\"peakKilobytes\":%ld,\"cpu\":[", total, pairs, peakKilobytes());
  list(cpu);
  printf("],\"elapsed\":[");
  list(elapsed);
  printf("]}\n");
}

int main(int count, char** words) {
  if (count < 4) return 1;
  const Instance instance = read(words[2]);
  const int solves = atoi(words[3]);
  if (!strcmp(words[1], "network-simplex")) solve<lemon::NetworkSimplex<Graph, int, long long>>(instance, solves);
  else if (!strcmp(words[1], "cost-scaling")) solve<lemon::CostScaling<Graph, int, long long>>(instance, solves);
  else if (!strcmp(words[1], "capacity-scaling")) solve<lemon::CapacityScaling<Graph, int, long long>>(instance, solves);
  else return 1;
}

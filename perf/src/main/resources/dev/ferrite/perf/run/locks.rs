//! `std::sync::Mutex`, measured as the benchmarks beside it are; see `locks.c` for the arguments and the output.

use std::hint::black_box;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Arc, Barrier, Mutex};
use std::thread;
use std::time::{Duration, Instant};

const BATCH: u64 = 64;

#[repr(align(64))]
struct Shared {
    counter: Mutex<u64>,
    stop: AtomicBool,
}

#[inline(always)]
fn work(tokens: u64) {
    let mut t: u64 = black_box(42);
    for i in (1..=tokens).rev() {
        t = t.wrapping_add(t.wrapping_mul(0x5DEECE66D).wrapping_add(0xB).wrapping_add(i) & 0xFFFF_FFFF_FFFF);
    }
    black_box(t);
}

fn iteration(outside: u64, threads: usize, inside: u64, pause: Duration) -> f64 {
    let shared = Arc::new(Shared { counter: Mutex::new(0), stop: AtomicBool::new(false) });
    let start = Arc::new(Barrier::new(threads + 1));
    let workers: Vec<_> = (0..threads)
        .map(|_| {
            let (shared, start) = (shared.clone(), start.clone());
            thread::spawn(move || {
                let mut ops = 0;
                start.wait();
                while !shared.stop.load(Relaxed) {
                    for _ in 0..BATCH {
                        work(outside);
                        let mut counter = shared.counter.lock().unwrap();
                        work(inside);
                        *counter += 1;
                    }
                    ops += BATCH;
                }
                ops
            })
        })
        .collect();
    start.wait();
    let began = Instant::now();
    thread::sleep(pause);
    shared.stop.store(true, Relaxed);
    let took = began.elapsed();
    let all: u64 = workers.into_iter().map(|worker| worker.join().unwrap()).sum();
    assert_eq!(all, *shared.counter.lock().unwrap());
    all as f64 / took.as_secs_f64() / 1e6
}

fn main() {
    let numbers: Vec<u64> = std::env::args().skip(2).map(|word| word.parse().unwrap()).collect();
    let [outside, threads, inside, millis, warmups, iterations] = numbers[..] else {
        std::process::exit(2)
    };
    let run = || iteration(outside, threads as usize, inside, Duration::from_millis(millis));
    for _ in 0..warmups {
        run();
    }
    for _ in 0..iterations {
        println!("{:.6}", run());
    }
}
